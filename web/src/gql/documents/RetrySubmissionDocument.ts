import type {RetrySubmissionMutation, RetrySubmissionMutationVariables} from '../types';
import {trusted} from '../trusted';
export const RetrySubmissionDocument = /* @__PURE__ */ trusted<RetrySubmissionMutation, RetrySubmissionMutationVariables>('2b81921af3b6467b165caf0b7266167359facb77b8ce315cc1437932fd3231cd', "fragment Trouble on Problem { __typename code field message } mutation RetrySubmission($input: SubmissionInput!) { __typename retrySubmission(input: $input) { __typename problems { __typename ...Trouble } submission { __typename id status version } } }");
