import type {AccountListTotalsQuery, AccountListTotalsQueryVariables} from '../types';
import {trusted} from '../trusted';
export const AccountListTotalsDocument = /* @__PURE__ */ trusted<AccountListTotalsQuery, AccountListTotalsQueryVariables>('eeeba7a7a3c03412a51693678cab2fa246d318a0dccb42a27824c3caa567c78a', "query AccountListTotals($filter: AccountFilter, $search: String) { __typename accounts(filter: $filter, search: $search) { __typename totalCount } }");
