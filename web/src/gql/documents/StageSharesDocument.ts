import type {StageSharesQuery, StageSharesQueryVariables} from '../types';
import {trusted} from '../trusted';
export const StageSharesDocument = /* @__PURE__ */ trusted<StageSharesQuery, StageSharesQueryVariables>('40c513ad144f77c7a8d0410408729c2008b4b7486cfb9a6af16bc980b14f0bfe', "query StageShares($period: Period!) { __typename forecast(period: $period) { __typename stages { __typename explanation share stage { __typename id } } } }");
