import type {DiscardSubmissionMutation, DiscardSubmissionMutationVariables} from '../types';
import {trusted} from '../trusted';
export const DiscardSubmissionDocument = /* @__PURE__ */ trusted<DiscardSubmissionMutation, DiscardSubmissionMutationVariables>('dcc434eacc1e53aa7a560b4033c3a160ee31557d8d285a1cf10cec356120bed9', "fragment Trouble on Problem { __typename code field message } mutation DiscardSubmission($input: SubmissionInput!) { __typename discardSubmission(input: $input) { __typename problems { __typename ...Trouble } submission { __typename id status version } } }");
