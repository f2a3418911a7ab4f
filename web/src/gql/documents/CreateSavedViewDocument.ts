import type {CreateSavedViewMutation, CreateSavedViewMutationVariables} from '../types';
import {trusted} from '../trusted';
export const CreateSavedViewDocument = /* @__PURE__ */ trusted<CreateSavedViewMutation, CreateSavedViewMutationVariables>('b7c8857f5192ec571a085bd55fb9616846502c6dd56d24f1cfdbf56a24e35e32', "fragment Trouble on Problem { __typename code field message } mutation CreateSavedView($input: CreateSavedViewInput!) { __typename createSavedView(input: $input) { __typename problems { __typename ...Trouble } savedView { __typename id } } }");
