import type {RestoreHolidaysMutation, RestoreHolidaysMutationVariables} from '../types';
import {trusted} from '../trusted';
export const RestoreHolidaysDocument = /* @__PURE__ */ trusted<RestoreHolidaysMutation, RestoreHolidaysMutationVariables>('b1ec64ebe2e38f11a6101f8aab5394d82e018c31b97889a8072403de525e13ff', "fragment Trouble on Problem { __typename code field message } mutation RestoreHolidays($input: HolidaysInput!) { __typename restoreHolidays(input: $input) { __typename company { __typename id version } problems { __typename ...Trouble } } }");
