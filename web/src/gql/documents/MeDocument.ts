import type {MeQuery, MeQueryVariables} from '../types';
import {trusted} from '../trusted';
export const MeDocument = /* @__PURE__ */ trusted<MeQuery, MeQueryVariables>('2a1cae1710bfaab47c1526e604b5b654e8da21d8a2098d0af3ecf48ace4459e3', "query Me { __typename me { __typename member { __typename email id locale name role timeZone weekStart } rights { __typename powers } tenant { __typename currency fiscalStart locale logo name slug timeZone weekStart } } }");
