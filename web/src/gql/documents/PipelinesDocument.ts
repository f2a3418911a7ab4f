import type {PipelinesQuery, PipelinesQueryVariables} from '../types';
import {trusted} from '../trusted';
export const PipelinesDocument = /* @__PURE__ */ trusted<PipelinesQuery, PipelinesQueryVariables>('7fd4f0aa6d700e30ed6c71cf5d34150d898fadc5595e1dc30fdb209d4a91b06c', "fragment StageLabel on Stage { __typename allowedDays id kind name position } query Pipelines { __typename pipelines { __typename id isDefault name position stages { __typename ...StageLabel } } }");
