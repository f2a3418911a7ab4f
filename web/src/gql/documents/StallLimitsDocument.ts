import type {StallLimitsQuery, StallLimitsQueryVariables} from '../types';
import {trusted} from '../trusted';
export const StallLimitsDocument = /* @__PURE__ */ trusted<StallLimitsQuery, StallLimitsQueryVariables>('d7060593e38a5d9315d31218c392e4066c537d5dd9576e0b98bed45b36a78818', "query StallLimits { __typename stallLimits { __typename basis days enteredBefore sample stage { __typename id name } } }");
