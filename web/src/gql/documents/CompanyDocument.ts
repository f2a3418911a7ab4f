import type {CompanyQuery, CompanyQueryVariables} from '../types';
import {trusted} from '../trusted';
export const CompanyDocument = /* @__PURE__ */ trusted<CompanyQuery, CompanyQueryVariables>('68c930fd6c76243ea70392b4d052fdcf3eec49c89c9640810cb1f4e445ed7d05', "fragment HolidayLine on Holiday { __typename fallsOn halfUntil id name version yearly } query Company { __typename company { __typename currency escalateAfter fiscalStart holidays { __typename ...HolidayLine } hours { __typename closes opens weekday } hoursSaid locale logo name slug timeZone version weekStart } }");
