import type {DeleteProductMutation, DeleteProductMutationVariables} from '../types';
import {trusted} from '../trusted';
export const DeleteProductDocument = /* @__PURE__ */ trusted<DeleteProductMutation, DeleteProductMutationVariables>('6ac2475b56122ebf5864d03bcd27e93d257544c0d37da574e86f7e362ae07d90', "fragment Trouble on Problem { __typename code field message } mutation DeleteProduct($input: ProductInput!) { __typename deleteProduct(input: $input) { __typename problems { __typename ...Trouble } product { __typename id } } }");
