import type {TeamDayQuery, TeamDayQueryVariables} from '../types';
import {trusted} from '../trusted';
export const TeamDayDocument = /* @__PURE__ */ trusted<TeamDayQuery, TeamDayQueryVariables>('f3c636ac940501d5c927ea43cd8158b4d0fda6e5d2d728918f1bbbf7fbbcadf5', "fragment Person on Member { __typename id name } query TeamDay { __typename teamDay { __typename done member { __typename ...Person } next overdue today } }");
