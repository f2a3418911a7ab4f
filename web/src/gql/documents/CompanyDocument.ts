import type {CompanyQuery, CompanyQueryVariables} from '../types';
import {trusted} from '../trusted';
export const CompanyDocument = /* @__PURE__ */ trusted<CompanyQuery, CompanyQueryVariables>('cbf961af9e46235ab9db574c97b3a3f83761bcad34a19be173a2acebf8f0acbf', "fragment HolidayLine on Holiday { __typename fallsOn halfUntil id name version yearly } query Company { __typename company { __typename currency fiscalStart holidays { __typename ...HolidayLine } hours { __typename closes opens weekday } hoursSaid locale logo name slug timeZone version weekStart } }");
