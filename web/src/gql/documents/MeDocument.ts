import type {MeQuery, MeQueryVariables} from '../types';
import {trusted} from '../trusted';
export const MeDocument = /* @__PURE__ */ trusted<MeQuery, MeQueryVariables>('ff1ad4f728f51bc8db4fc021ced1e88f51401fccfd2854645122dbd093524287', "query Me { __typename me { __typename member { __typename email id locale name role timeZone weekStart } rights { __typename powers } tenant { __typename currency locale name slug timeZone weekStart } } }");
