import type {LatestBatchesQuery, LatestBatchesQueryVariables} from '../types';
import {trusted} from '../trusted';
export const LatestBatchesDocument = /* @__PURE__ */ trusted<LatestBatchesQuery, LatestBatchesQueryVariables>('6d3327caf72028221b41df87f9a37afcb8ce823382cef688c905506ec3bdab2a', "fragment OneBatch on Batch { __typename createdAt done finishedAt id kept object refused status total } query LatestBatches { __typename batches(first: 5, orderBy: [{createdAt: DESC}]) { __typename nodes { __typename ...OneBatch } } }");
