import type {LossReasonsQuery, LossReasonsQueryVariables} from '../types';
import {trusted} from '../trusted';
export const LossReasonsDocument = /* @__PURE__ */ trusted<LossReasonsQuery, LossReasonsQueryVariables>('3bcf86bf82a20cf2e2aaecf16391d98347b945c3551d8b96c0c974f991b75ddc', "query LossReasons { __typename lossReasons { __typename active id name position } }");
