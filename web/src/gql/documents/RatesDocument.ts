import type {RatesQuery, RatesQueryVariables} from '../types';
import {trusted} from '../trusted';
export const RatesDocument = /* @__PURE__ */ trusted<RatesQuery, RatesQueryVariables>('4b166c06611926e8b2b990d6cf7959fa4f3c14d219ac78a88a69b02dd3457073', "fragment RateRow on ExchangeRate { __typename against currency id rate startsOn version } query Rates($after: String, $filter: ExchangeRateFilter, $first: Int!) { __typename exchangeRates(filter: $filter, first: $first, after: $after) { __typename nodes { __typename ...RateRow } pageInfo { __typename endCursor hasNextPage } totalCount } }");
