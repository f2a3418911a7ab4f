import type {HolidayProposalsQuery, HolidayProposalsQueryVariables} from '../types';
import {trusted} from '../trusted';
export const HolidayProposalsDocument = /* @__PURE__ */ trusted<HolidayProposalsQuery, HolidayProposalsQueryVariables>('5d9455ad1b4ae31fb86fe15ec7f343597bcd1b5a8e387cc28f7d0573d08349ba', "query HolidayProposals($country: String!, $year: Int!) { __typename holidayProposals(country: $country, year: $year) { __typename known name on } }");
