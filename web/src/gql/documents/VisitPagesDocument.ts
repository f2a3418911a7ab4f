import type {VisitPagesQuery, VisitPagesQueryVariables} from '../types';
import {trusted} from '../trusted';
export const VisitPagesDocument = /* @__PURE__ */ trusted<VisitPagesQuery, VisitPagesQueryVariables>('29c8dbcfbbb1c46e681d9f2541eeb00d82c4b24fbc1baa5dc8256fcd98ea1b76', "query VisitPages($id: ID!) { __typename node(id: $id) { __typename ... on Visit { __typename id pageViews(first: 100) { __typename nodes { __typename id path seconds title viewedAt } totalCount } } } }");
