import type {BatchProgressQuery, BatchProgressQueryVariables} from '../types';
import {trusted} from '../trusted';
export const BatchProgressDocument = /* @__PURE__ */ trusted<BatchProgressQuery, BatchProgressQueryVariables>('be1af1a03e8c87685398691169a0c3824b9ea067532c4ecd33ed7bc5b86ff7cb', "fragment OneBatch on Batch { __typename createdAt done finishedAt id kept object refused status total } query BatchProgress($id: ID!) { __typename batch(id: $id) { __typename ...OneBatch } }");
