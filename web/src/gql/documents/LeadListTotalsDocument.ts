import type {LeadListTotalsQuery, LeadListTotalsQueryVariables} from '../types';
import {trusted} from '../trusted';
export const LeadListTotalsDocument = /* @__PURE__ */ trusted<LeadListTotalsQuery, LeadListTotalsQueryVariables>('dc0c9498f9cd7c08efe9c46611916c45990e86e36c1414ecdd33cdddd3b82ed6', "query LeadListTotals($filter: LeadFilter, $search: String) { __typename leads(filter: $filter, search: $search) { __typename totalCount } }");
