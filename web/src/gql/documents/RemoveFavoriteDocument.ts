import type {RemoveFavoriteMutation, RemoveFavoriteMutationVariables} from '../types';
import {trusted} from '../trusted';
export const RemoveFavoriteDocument = /* @__PURE__ */ trusted<RemoveFavoriteMutation, RemoveFavoriteMutationVariables>('c53d7bc75efd2ca8ab9b8c8048e3fefa5681ffaca67499e3cb68db65c0c06a76', "fragment Trouble on Problem { __typename code field message } mutation RemoveFavorite($input: RemoveFavoriteInput!) { __typename removeFavorite(input: $input) { __typename problems { __typename ...Trouble } } }");
