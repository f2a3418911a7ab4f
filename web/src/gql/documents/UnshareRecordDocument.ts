import type {UnshareRecordMutation, UnshareRecordMutationVariables} from '../types';
import {trusted} from '../trusted';
export const UnshareRecordDocument = /* @__PURE__ */ trusted<UnshareRecordMutation, UnshareRecordMutationVariables>('5fc2b022bf9cbb7a46911bb8f1389070673bb5401fcc06ad2ecf5ddd09beab23', "fragment Trouble on Problem { __typename code field message } mutation UnshareRecord($input: UnshareRecordInput!) { __typename unshareRecord(input: $input) { __typename problems { __typename ...Trouble } share { __typename id } } }");
