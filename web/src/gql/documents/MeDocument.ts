import type {MeQuery, MeQueryVariables} from '../types';
import {trusted} from '../trusted';
export const MeDocument = /* @__PURE__ */ trusted<MeQuery, MeQueryVariables>('6b83934318af191a1eb4659fbaf4fcf47886b78d82e101e556efb197ee0a5622', "query Me { __typename me { __typename member { __typename email id locale name role timeZone } rights { __typename powers } tenant { __typename currency locale name slug timeZone } } }");
