import type {DiscardImportMutation, DiscardImportMutationVariables} from '../types';
import {trusted} from '../trusted';
export const DiscardImportDocument = /* @__PURE__ */ trusted<DiscardImportMutation, DiscardImportMutationVariables>('2327a51e715a4bd2b3efebf8cd5f695924feaff462dc71184e754faead935c8e', "fragment Trouble on Problem { __typename code field message } mutation DiscardImport($input: ImportInput!) { __typename discardImport(input: $input) { __typename import { __typename id } problems { __typename ...Trouble } } }");
