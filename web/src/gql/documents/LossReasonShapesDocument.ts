import type {LossReasonShapesQuery, LossReasonShapesQueryVariables} from '../types';
import {trusted} from '../trusted';
export const LossReasonShapesDocument = /* @__PURE__ */ trusted<LossReasonShapesQuery, LossReasonShapesQueryVariables>('91b9835b3cbbbe31b6fc38595316b3948e9a3526a545f91ec13a618283392fde', "fragment LossReasonShape on LossReason { __typename active deals { __typename totalCount } id name position version } query LossReasonShapes { __typename lossReasons { __typename ...LossReasonShape } }");
