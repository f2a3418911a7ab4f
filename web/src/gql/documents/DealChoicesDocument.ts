import type {DealChoicesQuery, DealChoicesQueryVariables} from '../types';
import {trusted} from '../trusted';
export const DealChoicesDocument = /* @__PURE__ */ trusted<DealChoicesQuery, DealChoicesQueryVariables>('12fbfc4e1faee5d7ffce39159bbde7b1dcda3152d0487d0a7b99022f742d10d4', "query DealChoices($search: String) { __typename deals(first: 20, search: $search, orderBy: [{updatedAt: DESC}]) { __typename nodes { __typename account { __typename id name } id name } } }");
