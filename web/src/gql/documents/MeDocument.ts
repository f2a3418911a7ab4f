import type {MeQuery, MeQueryVariables} from '../types';
import {trusted} from '../trusted';
export const MeDocument = /* @__PURE__ */ trusted<MeQuery, MeQueryVariables>('df7d545ffa46a9c64f1344b09a39d84b4e61ce0e48cfe7da9d2f1bd01763e292', "query Me { __typename me { __typename member { __typename email id locale name role timeZone } tenant { __typename currency locale name slug timeZone } } }");
