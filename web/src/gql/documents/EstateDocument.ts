import type {EstateQuery, EstateQueryVariables} from '../types';
import {trusted} from '../trusted';
export const EstateDocument = /* @__PURE__ */ trusted<EstateQuery, EstateQueryVariables>('9216df8c581060db3951c7c5ad69a6edd571a0b2989ba52fb70d6f3cd4471c20', "query Estate($memberId: ID!) { __typename handoverPreview(memberId: $memberId) { __typename current kind past private } }");
