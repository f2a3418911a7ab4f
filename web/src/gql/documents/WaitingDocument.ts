import type {WaitingQuery, WaitingQueryVariables} from '../types';
import {trusted} from '../trusted';
export const WaitingDocument = /* @__PURE__ */ trusted<WaitingQuery, WaitingQueryVariables>('7cec93e157b78ad8125d19a88ede038dd506a43d9b3d7bf34160577339ae541c', "query Waiting { __typename myDay(first: 0) { __typename on overdue { __typename count } today { __typename count } } waitingDeals { __typename on pastClose stalled withoutNextStep } }");
