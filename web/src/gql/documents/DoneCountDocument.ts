import type {DoneCountQuery, DoneCountQueryVariables} from '../types';
import {trusted} from '../trusted';
export const DoneCountDocument = /* @__PURE__ */ trusted<DoneCountQuery, DoneCountQueryVariables>('915069400ae316122c7d295adfc22f4632227f12614c1d587cb429a71321cd4f', "query DoneCount($filter: ActivityFilter!) { __typename activities(filter: $filter) { __typename totalCount } }");
