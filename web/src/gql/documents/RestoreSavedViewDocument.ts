import type {RestoreSavedViewMutation, RestoreSavedViewMutationVariables} from '../types';
import {trusted} from '../trusted';
export const RestoreSavedViewDocument = /* @__PURE__ */ trusted<RestoreSavedViewMutation, RestoreSavedViewMutationVariables>('5d02b5286cba8c695a1e190fc96a594dd69d9ba3d7472f300ba69a98819d28b9', "fragment Trouble on Problem { __typename code field message } mutation RestoreSavedView($input: SavedViewInput!) { __typename restoreSavedView(input: $input) { __typename problems { __typename ...Trouble } savedView { __typename id } } }");
