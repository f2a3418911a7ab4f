import type {SharesQuery, SharesQueryVariables} from '../types';
import {trusted} from '../trusted';
export const SharesDocument = /* @__PURE__ */ trusted<SharesQuery, SharesQueryVariables>('3f8faed69e877abeec80bdd86c3a8b3582ca3f64e0b2701fb81cb135d65ca38c', "fragment OneShare on Share { __typename by { __typename ...Person } createdAt id level member { __typename ...Person } team { __typename id name } } fragment Person on Member { __typename id name } query Shares($id: ID!) { __typename sharesOf(id: $id) { __typename ...OneShare } }");
