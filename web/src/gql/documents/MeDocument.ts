import type {MeQuery, MeQueryVariables} from '../types';
import {trusted} from '../trusted';
export const MeDocument = /* @__PURE__ */ trusted<MeQuery, MeQueryVariables>('7dcc2b08cb27cc1702a287812b631e100f06b04c2247ed08f3c663ef635af8ec', "query Me { __typename me { __typename member { __typename email id locale name role timeZone weekStart } rights { __typename may powers } tenant { __typename currency fiscalStart locale logo name slug timeZone weekStart } } }");
