import type {PeopleQuery, PeopleQueryVariables} from '../types';
import {trusted} from '../trusted';
export const PeopleDocument = /* @__PURE__ */ trusted<PeopleQuery, PeopleQueryVariables>('b479dfdbe6528748252f82e9f5c5f7dd6b4e3a6428c1bdd6708b27e4c8ea2159', "fragment Person on Member { __typename id name } query People { __typename members(first: 200, orderBy: [{name: ASC}]) { __typename nodes { __typename status team { __typename id name } ...Person } } teams(first: 200, orderBy: [{name: ASC}]) { __typename nodes { __typename id name office } } }");
