import type {ActivityCountsQuery, ActivityCountsQueryVariables} from '../types';
import {trusted} from '../trusted';
export const ActivityCountsDocument = /* @__PURE__ */ trusted<ActivityCountsQuery, ActivityCountsQueryVariables>('d38e3472bcdd1b631b5b9468070f9d5f6a9fa2e68f1f248f6c1e50011a861fd6', "query ActivityCounts($owner: ID, $since: Date!, $team: ID, $until: Date!) { __typename activityCounts(since: $since, until: $until, ownerId: $owner, teamId: $team) { __typename count counts { __typename count kind owner { __typename id name } } endsAt startsAt } }");
