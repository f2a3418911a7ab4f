import type {ContactListTotalsQuery, ContactListTotalsQueryVariables} from '../types';
import {trusted} from '../trusted';
export const ContactListTotalsDocument = /* @__PURE__ */ trusted<ContactListTotalsQuery, ContactListTotalsQueryVariables>('68a13ff59e0815732ae98108296c52bfddb7e1be47f3035fe12e7f6355aca2b8', "query ContactListTotals($filter: ContactFilter, $search: String) { __typename contacts(filter: $filter, search: $search) { __typename totalCount } }");
