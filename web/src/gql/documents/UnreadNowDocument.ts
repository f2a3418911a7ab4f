import type {UnreadNowQuery, UnreadNowQueryVariables} from '../types';
import {trusted} from '../trusted';
export const UnreadNowDocument = /* @__PURE__ */ trusted<UnreadNowQuery, UnreadNowQueryVariables>('62b35a3424ced176361f1675f4dc18404adbe402d231e2d5b49789ad0e3b2206', "query UnreadNow { __typename notifications( first: 100 filter: {readAt: {isNull: true}} orderBy: [{at: DESC}] ) { __typename nodes { __typename id } } }");
