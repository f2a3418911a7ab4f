import type {DeleteActivityMutation, DeleteActivityMutationVariables} from '../types';
import {trusted} from '../trusted';
export const DeleteActivityDocument = /* @__PURE__ */ trusted<DeleteActivityMutation, DeleteActivityMutationVariables>('48233c9978ecd4435bf9bf9f10f6bd9433530d92f89a05fbeb4f3921f2e58efe', "fragment Trouble on Problem { __typename code field message } mutation DeleteActivity($input: ActivityInput!) { __typename deleteActivity(input: $input) { __typename activity { __typename id } problems { __typename ...Trouble } } }");
