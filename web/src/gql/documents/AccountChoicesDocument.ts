import type {AccountChoicesQuery, AccountChoicesQueryVariables} from '../types';
import {trusted} from '../trusted';
export const AccountChoicesDocument = /* @__PURE__ */ trusted<AccountChoicesQuery, AccountChoicesQueryVariables>('7ec94fb963b83407fdc7390a2f00dd01ccb82c47d2bedb85af4d3b2d9392c2a2', "query AccountChoices($search: String) { __typename accounts(first: 20, search: $search, orderBy: [{name: ASC}]) { __typename nodes { __typename id industry name } } }");
