import type {DeleteLeadMutation, DeleteLeadMutationVariables} from '../types';
import {trusted} from '../trusted';
export const DeleteLeadDocument = /* @__PURE__ */ trusted<DeleteLeadMutation, DeleteLeadMutationVariables>('576696d19af4dba197fdeb47ba21adee96ec7be6ce2005f4c9d81debf2ea212c', "fragment Trouble on Problem { __typename code field message } mutation DeleteLead($input: LeadInput!) { __typename deleteLead(input: $input) { __typename lead { __typename id } problems { __typename ...Trouble } } }");
