import type {DeleteLossReasonMutation, DeleteLossReasonMutationVariables} from '../types';
import {trusted} from '../trusted';
export const DeleteLossReasonDocument = /* @__PURE__ */ trusted<DeleteLossReasonMutation, DeleteLossReasonMutationVariables>('3c804f5af25b5f4491fdabb35b54c53f9c08142fda121f02996f206c9ce34ccc', "fragment Trouble on Problem { __typename code field message } mutation DeleteLossReason($input: LossReasonInput!) { __typename deleteLossReason(input: $input) { __typename lossReason { __typename id } problems { __typename ...Trouble } } }");
