import type {ContactChoicesQuery, ContactChoicesQueryVariables} from '../types';
import {trusted} from '../trusted';
export const ContactChoicesDocument = /* @__PURE__ */ trusted<ContactChoicesQuery, ContactChoicesQueryVariables>('88b2a3ea5837ee4e66b57c9548c5cb88c98705e31779e3c76c5c14b1ac8640f2', "query ContactChoices($filter: ContactFilter, $search: String) { __typename contacts(first: 20, search: $search, filter: $filter, orderBy: [{name: ASC}]) { __typename nodes { __typename account { __typename id name } id name title } } }");
