import type {LeadVisitsQuery, LeadVisitsQueryVariables} from '../types';
import {trusted} from '../trusted';
export const LeadVisitsDocument = /* @__PURE__ */ trusted<LeadVisitsQuery, LeadVisitsQueryVariables>('29eb8bb263006d83d32791adb63c80abebc3228bcad3c04f8aa212b9bba8e00e', "fragment VisitLine on Visit { __typename id intents isHere ordinal pageCount path seconds startedAt title } query LeadVisits($first: Int!, $id: ID!) { __typename lead(id: $id) { __typename id presence { __typename ...VisitLine } visits(first: $first) { __typename nodes { __typename ...VisitLine } totalCount } } }");
