import type {AddHolidaysMutation, AddHolidaysMutationVariables} from '../types';
import {trusted} from '../trusted';
export const AddHolidaysDocument = /* @__PURE__ */ trusted<AddHolidaysMutation, AddHolidaysMutationVariables>('0318bfd5330d75d65cd614ad9ae0ddedd2d19c763e22bd5fcc6121efb65242c1', "fragment Trouble on Problem { __typename code field message } mutation AddHolidays($input: AddHolidaysInput!) { __typename addHolidays(input: $input) { __typename company { __typename id version } problems { __typename ...Trouble } } }");
