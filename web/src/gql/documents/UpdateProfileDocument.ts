import type {UpdateProfileMutation, UpdateProfileMutationVariables} from '../types';
import {trusted} from '../trusted';
export const UpdateProfileDocument = /* @__PURE__ */ trusted<UpdateProfileMutation, UpdateProfileMutationVariables>('1237d322e054a5c1a9c32195dc292b09eaf7cb03cde4b55d5166943ed9735ba8', "fragment Trouble on Problem { __typename code field message } mutation UpdateProfile($input: UpdateProfileInput!) { __typename updateProfile(input: $input) { __typename member { __typename id locale timeZone weekStart } problems { __typename ...Trouble } } }");
