import type {FilterNamesQuery, FilterNamesQueryVariables} from '../types';
import {trusted} from '../trusted';
export const FilterNamesDocument = /* @__PURE__ */ trusted<FilterNamesQuery, FilterNamesQueryVariables>('62018230c6eb2502bdea40472e848ffda0f946b8e6d56216fa5bc503e9c2d9af', "query FilterNames($account: ID!, $contact: ID!, $withAccount: Boolean!, $withContact: Boolean!) { __typename account(id: $account) @include(if: $withAccount) { __typename id name } contact(id: $contact) @include(if: $withContact) { __typename id name } }");
