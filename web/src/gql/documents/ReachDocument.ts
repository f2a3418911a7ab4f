import type {ReachQuery, ReachQueryVariables} from '../types';
import {trusted} from '../trusted';
export const ReachDocument = /* @__PURE__ */ trusted<ReachQuery, ReachQueryVariables>('49bcde888ffe3df010b5c74b0e0f91cba31409353fcac7b43c20f70a084fce70', "query Reach { __typename me { __typename rights { __typename fields { __typename field object rule } grants { __typename object scope verb } } } }");
