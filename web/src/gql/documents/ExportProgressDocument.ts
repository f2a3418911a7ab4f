import type {ExportProgressQuery, ExportProgressQueryVariables} from '../types';
import {trusted} from '../trusted';
export const ExportProgressDocument = /* @__PURE__ */ trusted<ExportProgressQuery, ExportProgressQueryVariables>('562f0a05219edc82a1d712f75a25507a6a56070a9e582eea611a72584394de6d', "fragment OneExport on Export { __typename createdAt done expiresAt failure format id name object size status total } query ExportProgress($id: ID!) { __typename export(id: $id) { __typename ...OneExport } }");
