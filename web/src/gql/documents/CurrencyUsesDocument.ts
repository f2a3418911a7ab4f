import type {CurrencyUsesQuery, CurrencyUsesQueryVariables} from '../types';
import {trusted} from '../trusted';
export const CurrencyUsesDocument = /* @__PURE__ */ trusted<CurrencyUsesQuery, CurrencyUsesQueryVariables>('f32ede98ca6cd6e59e718d4efb6241021633ef1874fc9f48b0229149fb8d7b35', "query CurrencyUses($into: String!) { __typename currencyUses(into: $into) { __typename currency rate records } }");
