import type {DealListTotalsQuery, DealListTotalsQueryVariables} from '../types';
import {trusted} from '../trusted';
export const DealListTotalsDocument = /* @__PURE__ */ trusted<DealListTotalsQuery, DealListTotalsQueryVariables>('13c2d8b6c08ff15413947acfe0097bbb1706a7f24afed23051fa12be959b3bf1', "fragment Cash on Money { __typename amount currency } fragment DealTotals on DealConnection { __typename totalAmount { __typename ...Cash } totalCount } query DealListTotals($filter: DealFilter, $search: String) { __typename deals(filter: $filter, search: $search) { __typename ...DealTotals } }");
