import type {UpdateProfileMutation, UpdateProfileMutationVariables} from '../types';
import {trusted} from '../trusted';
export const UpdateProfileDocument = /* @__PURE__ */ trusted<UpdateProfileMutation, UpdateProfileMutationVariables>('39dbba6830ca81b29b247b5a164d8e583844cb68a377e9d0d06dad710f66020f', "fragment Trouble on Problem { __typename code field message } mutation UpdateProfile($input: UpdateProfileInput!) { __typename updateProfile(input: $input) { __typename member { __typename id locale timeZone } problems { __typename ...Trouble } } }");
