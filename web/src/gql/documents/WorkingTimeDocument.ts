import type {WorkingTimeQuery, WorkingTimeQueryVariables} from '../types';
import {trusted} from '../trusted';
export const WorkingTimeDocument = /* @__PURE__ */ trusted<WorkingTimeQuery, WorkingTimeQueryVariables>('3e873397b6a72198546feb904baa31d3e67ef15a71af3a0b659e8f7e65819bb5', "query WorkingTime($since: Date!, $until: Date!) { __typename workingTime(since: $since, until: $until) { __typename daysOff { __typename halfUntil name on } hours { __typename closes opens weekday } } }");
