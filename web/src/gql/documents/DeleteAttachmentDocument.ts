import type {DeleteAttachmentMutation, DeleteAttachmentMutationVariables} from '../types';
import {trusted} from '../trusted';
export const DeleteAttachmentDocument = /* @__PURE__ */ trusted<DeleteAttachmentMutation, DeleteAttachmentMutationVariables>('ef6a7834c08f429176620a9836fa4a6203d326a53de7b5fc62bca99c824e74fb', "fragment Trouble on Problem { __typename code field message } mutation DeleteAttachment($input: AttachmentInput!) { __typename deleteAttachment(input: $input) { __typename attachment { __typename id } problems { __typename ...Trouble } } }");
