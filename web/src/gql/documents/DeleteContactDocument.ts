import type {DeleteContactMutation, DeleteContactMutationVariables} from '../types';
import {trusted} from '../trusted';
export const DeleteContactDocument = /* @__PURE__ */ trusted<DeleteContactMutation, DeleteContactMutationVariables>('dc7f2a7c0f997abb07ffee19aaaa588887c4ea745b0f8f70d63bc265d1c56837', "fragment Trouble on Problem { __typename code field message } mutation DeleteContact($input: ContactInput!) { __typename deleteContact(input: $input) { __typename contact { __typename id } problems { __typename ...Trouble } } }");
