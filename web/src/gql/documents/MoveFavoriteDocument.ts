import type {MoveFavoriteMutation, MoveFavoriteMutationVariables} from '../types';
import {trusted} from '../trusted';
export const MoveFavoriteDocument = /* @__PURE__ */ trusted<MoveFavoriteMutation, MoveFavoriteMutationVariables>('08cee49a8feaeb7e90bd441aeb95fa15e4a0e8f0a55f6278e4cfb6c3ec685956', "fragment Trouble on Problem { __typename code field message } mutation MoveFavorite($input: MoveFavoriteInput!) { __typename moveFavorite(input: $input) { __typename favorite { __typename id position } problems { __typename ...Trouble } } }");
