import type {DeleteCustomRoleMutation, DeleteCustomRoleMutationVariables} from '../types';
import {trusted} from '../trusted';
export const DeleteCustomRoleDocument = /* @__PURE__ */ trusted<DeleteCustomRoleMutation, DeleteCustomRoleMutationVariables>('f099489d2809dd3010049ff7549b555eed733712c870f94e24151e8457813025', "fragment Trouble on Problem { __typename code field message } mutation DeleteCustomRole($input: DeleteCustomRoleInput!) { __typename deleteCustomRole(input: $input) { __typename customRole { __typename id } problems { __typename ...Trouble } } }");
