import type {OnlookersQuery, OnlookersQueryVariables} from '../types';
import {trusted} from '../trusted';
export const OnlookersDocument = /* @__PURE__ */ trusted<OnlookersQuery, OnlookersQueryVariables>('82e6e9bad04a46d6884114c6953737a0c17f3723e498cc541ac938c53bec54d2', "fragment Person on Member { __typename id name } query Onlookers($id: ID!) { __typename whoCanSee(id: $id) { __typename onlookers { __typename edits member { __typename ...Person } sights { __typename edits reason team { __typename id name } } } total } }");
