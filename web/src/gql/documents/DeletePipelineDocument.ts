import type {DeletePipelineMutation, DeletePipelineMutationVariables} from '../types';
import {trusted} from '../trusted';
export const DeletePipelineDocument = /* @__PURE__ */ trusted<DeletePipelineMutation, DeletePipelineMutationVariables>('f4010e355aa1b649943aa38578202441b1b4c357a90991420ae70421b494c7ef', "fragment Trouble on Problem { __typename code field message } mutation DeletePipeline($input: PipelineInput!) { __typename deletePipeline(input: $input) { __typename pipeline { __typename id } problems { __typename ...Trouble } } }");
