import type {DeleteSavedViewMutation, DeleteSavedViewMutationVariables} from '../types';
import {trusted} from '../trusted';
export const DeleteSavedViewDocument = /* @__PURE__ */ trusted<DeleteSavedViewMutation, DeleteSavedViewMutationVariables>('b9e71197762c80ca44e00ec1ccfbf6f8b9d48384c2945d6b955faaf03a3a6cf4', "fragment Trouble on Problem { __typename code field message } mutation DeleteSavedView($input: SavedViewInput!) { __typename deleteSavedView(input: $input) { __typename problems { __typename ...Trouble } savedView { __typename id } } }");
