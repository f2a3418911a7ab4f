import type {DeleteSourceMutation, DeleteSourceMutationVariables} from '../types';
import {trusted} from '../trusted';
export const DeleteSourceDocument = /* @__PURE__ */ trusted<DeleteSourceMutation, DeleteSourceMutationVariables>('4c1ccf44d41a9f4d486a894b3bd9322faebba6d95ab759f39dc478659e27b773', "fragment Trouble on Problem { __typename code field message } mutation DeleteSource($input: SourceInput!) { __typename deleteSource(input: $input) { __typename problems { __typename ...Trouble } source { __typename id } } }");
