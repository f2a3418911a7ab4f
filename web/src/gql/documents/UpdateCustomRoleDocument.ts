import type {UpdateCustomRoleMutation, UpdateCustomRoleMutationVariables} from '../types';
import {trusted} from '../trusted';
export const UpdateCustomRoleDocument = /* @__PURE__ */ trusted<UpdateCustomRoleMutation, UpdateCustomRoleMutationVariables>('6582912d1a56c65881ef1cafd3971d35aeade694754564de8752d30cac2ad42c', "fragment Trouble on Problem { __typename code field message } mutation UpdateCustomRole($input: UpdateCustomRoleInput!) { __typename updateCustomRole(input: $input) { __typename customRole { __typename about base id name version } problems { __typename ...Trouble } } }");
