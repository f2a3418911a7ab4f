import type {DeleteAccountMutation, DeleteAccountMutationVariables} from '../types';
import {trusted} from '../trusted';
export const DeleteAccountDocument = /* @__PURE__ */ trusted<DeleteAccountMutation, DeleteAccountMutationVariables>('4f27e4491e12c2b382a8ccc5a78d2109a36ff4182724a285ac452f48d1ffe019', "fragment Trouble on Problem { __typename code field message } mutation DeleteAccount($input: AccountInput!) { __typename deleteAccount(input: $input) { __typename account { __typename id } problems { __typename ...Trouble } } }");
