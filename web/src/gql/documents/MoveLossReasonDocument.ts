import type {MoveLossReasonMutation, MoveLossReasonMutationVariables} from '../types';
import {trusted} from '../trusted';
export const MoveLossReasonDocument = /* @__PURE__ */ trusted<MoveLossReasonMutation, MoveLossReasonMutationVariables>('67317d44731fdd45cce79ef7b7c4b46524b183661576642196852f86b021a968', "fragment Trouble on Problem { __typename code field message } mutation MoveLossReason($input: MoveLossReasonInput!) { __typename moveLossReason(input: $input) { __typename lossReason { __typename id position } problems { __typename ...Trouble } } }");
