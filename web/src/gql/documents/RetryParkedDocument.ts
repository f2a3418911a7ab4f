import type {RetryParkedMutation, RetryParkedMutationVariables} from '../types';
import {trusted} from '../trusted';
export const RetryParkedDocument = /* @__PURE__ */ trusted<RetryParkedMutation, RetryParkedMutationVariables>('570d4f4fb17b14c019ecec193e9610b2532df5d7cd0371257d827be7f05e5e53', "fragment Trouble on Problem { __typename code field message } mutation RetryParked($input: RetryParkedInput!) { __typename retryParked(input: $input) { __typename problems { __typename ...Trouble } source { __typename id version } } }");
