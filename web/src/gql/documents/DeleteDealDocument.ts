import type {DeleteDealMutation, DeleteDealMutationVariables} from '../types';
import {trusted} from '../trusted';
export const DeleteDealDocument = /* @__PURE__ */ trusted<DeleteDealMutation, DeleteDealMutationVariables>('b6dd96584a4a31393ef30d870a48ab56d986022fd257ad45a751552a0b00b554', "fragment Trouble on Problem { __typename code field message } mutation DeleteDeal($input: DealInput!) { __typename deleteDeal(input: $input) { __typename deal { __typename id } problems { __typename ...Trouble } } }");
