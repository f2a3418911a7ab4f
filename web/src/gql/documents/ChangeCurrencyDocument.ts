import type {ChangeCurrencyMutation, ChangeCurrencyMutationVariables} from '../types';
import {trusted} from '../trusted';
export const ChangeCurrencyDocument = /* @__PURE__ */ trusted<ChangeCurrencyMutation, ChangeCurrencyMutationVariables>('02cc98268f761411a35ea1cf28373fab0727bb38f28731b736d01f98dc3a3ec1', "fragment Trouble on Problem { __typename code field message } mutation ChangeCurrency($input: ChangeCurrencyInput!) { __typename changeCurrency(input: $input) { __typename company { __typename id version } problems { __typename ...Trouble } } }");
