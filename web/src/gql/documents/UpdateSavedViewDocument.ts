import type {UpdateSavedViewMutation, UpdateSavedViewMutationVariables} from '../types';
import {trusted} from '../trusted';
export const UpdateSavedViewDocument = /* @__PURE__ */ trusted<UpdateSavedViewMutation, UpdateSavedViewMutationVariables>('31530f2fbe627236a0454c9019f19b695c33d4b24e7b112cb0ab5adc6ddb58dc', "fragment Trouble on Problem { __typename code field message } mutation UpdateSavedView($input: UpdateSavedViewInput!) { __typename updateSavedView(input: $input) { __typename problems { __typename ...Trouble } savedView { __typename audience id name version } } }");
