import type {OpenRecordMutation, OpenRecordMutationVariables} from '../types';
import {trusted} from '../trusted';
export const OpenRecordDocument = /* @__PURE__ */ trusted<OpenRecordMutation, OpenRecordMutationVariables>('6f2ff72ba96a4b2e53848004379059ad80d37670097e5c83259146aeaa8ee083', "fragment Trouble on Problem { __typename code field message } mutation OpenRecord($input: OpenRecordInput!) { __typename openRecord(input: $input) { __typename problems { __typename ...Trouble } } }");
