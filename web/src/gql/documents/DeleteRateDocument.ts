import type {DeleteRateMutation, DeleteRateMutationVariables} from '../types';
import {trusted} from '../trusted';
export const DeleteRateDocument = /* @__PURE__ */ trusted<DeleteRateMutation, DeleteRateMutationVariables>('9fb0c02b3436c8e3738240a17066d7388f50a681ad26d519afc620078973ddad', "fragment Trouble on Problem { __typename code field message } mutation DeleteRate($input: ExchangeRateInput!) { __typename deleteExchangeRate(input: $input) { __typename exchangeRate { __typename id } problems { __typename ...Trouble } } }");
