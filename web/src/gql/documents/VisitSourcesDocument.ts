import type {VisitSourcesQuery, VisitSourcesQueryVariables} from '../types';
import {trusted} from '../trusted';
export const VisitSourcesDocument = /* @__PURE__ */ trusted<VisitSourcesQuery, VisitSourcesQueryVariables>('8ff3d74f0f715857ffede75680a75237b3d1f7872c36685fc970cf83f674725b', "query VisitSources { __typename sources { __typename active id key kind } }");
