import type {RestoreSubmissionMutation, RestoreSubmissionMutationVariables} from '../types';
import {trusted} from '../trusted';
export const RestoreSubmissionDocument = /* @__PURE__ */ trusted<RestoreSubmissionMutation, RestoreSubmissionMutationVariables>('bfc27959dec57c81edea6c726817f2a95509d4ec6315489498d1b99c21ed7b07', "fragment Trouble on Problem { __typename code field message } mutation RestoreSubmission($input: SubmissionInput!) { __typename restoreSubmission(input: $input) { __typename problems { __typename ...Trouble } submission { __typename id status version } } }");
