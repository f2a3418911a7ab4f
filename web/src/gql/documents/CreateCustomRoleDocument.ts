import type {CreateCustomRoleMutation, CreateCustomRoleMutationVariables} from '../types';
import {trusted} from '../trusted';
export const CreateCustomRoleDocument = /* @__PURE__ */ trusted<CreateCustomRoleMutation, CreateCustomRoleMutationVariables>('3a2f3e47d5874c5038cae168df38b2d5da9ed6abdbe29661d4f26bca4ee03e2f', "fragment Trouble on Problem { __typename code field message } mutation CreateCustomRole($input: CreateCustomRoleInput!) { __typename createCustomRole(input: $input) { __typename customRole { __typename about base id name version } problems { __typename ...Trouble } } }");
