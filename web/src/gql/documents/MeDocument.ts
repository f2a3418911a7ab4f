import type {MeQuery, MeQueryVariables} from '../types';
import {trusted} from '../trusted';
export const MeDocument = /* @__PURE__ */ trusted<MeQuery, MeQueryVariables>('4ed47d048d207c8ce3756585c74fb3630ff233e60fd644822afbffda11fc6a28', "query Me { __typename me { __typename member { __typename email id locale name role timeZone } rights { __typename powers } tenant { __typename currency locale name slug timeZone weekStart } } }");
