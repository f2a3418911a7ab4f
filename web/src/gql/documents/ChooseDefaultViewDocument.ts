import type {ChooseDefaultViewMutation, ChooseDefaultViewMutationVariables} from '../types';
import {trusted} from '../trusted';
export const ChooseDefaultViewDocument = /* @__PURE__ */ trusted<ChooseDefaultViewMutation, ChooseDefaultViewMutationVariables>('c5b5fb5e4079afbf0c309b93118723032bb9ff9c99310ef2fcbe9277bb5bd894', "fragment Trouble on Problem { __typename code field message } mutation ChooseDefaultView($input: ChooseDefaultViewInput!) { __typename chooseDefaultView(input: $input) { __typename defaultView { __typename id } problems { __typename ...Trouble } } }");
