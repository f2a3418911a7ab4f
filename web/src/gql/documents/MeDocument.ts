import type {MeQuery, MeQueryVariables} from '../types';
import {trusted} from '../trusted';
export const MeDocument = /* @__PURE__ */ trusted<MeQuery, MeQueryVariables>('7727057b82549f45dce2ab61a61af999e3fff59fc647a916195a2ebff37394a3', "query Me { __typename me { __typename member { __typename email id locale name role timeZone weekStart } rights { __typename powers } tenant { __typename currency fiscalStart locale name slug timeZone weekStart } } }");
