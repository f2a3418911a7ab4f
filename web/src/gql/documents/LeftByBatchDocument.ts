import type {LeftByBatchQuery, LeftByBatchQueryVariables} from '../types';
import {trusted} from '../trusted';
export const LeftByBatchDocument = /* @__PURE__ */ trusted<LeftByBatchQuery, LeftByBatchQueryVariables>('11133dda7cd42b4dbb62b0c9811ba195f75597919f14ec89fca537d6bee685d2', "query LeftByBatch($id: ID!) { __typename leftBy(batchId: $id) { __typename code id name outcome } }");
