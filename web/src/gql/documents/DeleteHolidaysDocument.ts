import type {DeleteHolidaysMutation, DeleteHolidaysMutationVariables} from '../types';
import {trusted} from '../trusted';
export const DeleteHolidaysDocument = /* @__PURE__ */ trusted<DeleteHolidaysMutation, DeleteHolidaysMutationVariables>('088c66bb576cfc63cbe8a2a771aeae0f7b36b45294c66f28f573d0f7e438393b', "fragment Trouble on Problem { __typename code field message } mutation DeleteHolidays($input: HolidaysInput!) { __typename deleteHolidays(input: $input) { __typename company { __typename id version } problems { __typename ...Trouble } } }");
