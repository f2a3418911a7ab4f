import type {AddFavoriteMutation, AddFavoriteMutationVariables} from '../types';
import {trusted} from '../trusted';
export const AddFavoriteDocument = /* @__PURE__ */ trusted<AddFavoriteMutation, AddFavoriteMutationVariables>('1d445b070a395d03c5af554d128ba0f4ce868e29bb586c8958eb50300af64ef2', "fragment Trouble on Problem { __typename code field message } mutation AddFavorite($input: AddFavoriteInput!) { __typename addFavorite(input: $input) { __typename favorite { __typename id position } problems { __typename ...Trouble } } }");
