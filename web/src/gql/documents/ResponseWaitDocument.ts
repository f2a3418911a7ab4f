import type {ResponseWaitQuery, ResponseWaitQueryVariables} from '../types';
import {trusted} from '../trusted';
export const ResponseWaitDocument = /* @__PURE__ */ trusted<ResponseWaitQuery, ResponseWaitQueryVariables>('ccc89e9e46bd413f1efad6ac5d2ce9af1869b4af32cd4426dfc2724d041dd3b0', "query ResponseWait($leadId: ID!) { __typename responseWait(leadId: $leadId) { __typename businessSeconds escalatesAfter waits wallSeconds } }");
