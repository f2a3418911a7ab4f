import type {ListRightsQuery, ListRightsQueryVariables} from '../types';
import {trusted} from '../trusted';
export const ListRightsDocument = /* @__PURE__ */ trusted<ListRightsQuery, ListRightsQueryVariables>('f14ba89f99cc25784e520c9e82fb60cff9f54892985ce147afe4a5cea94dcc5c', "query ListRights { __typename me { __typename rights { __typename fields { __typename field object rule } grants { __typename object scope verb } } } }");
