import type {RoleChoicesQuery, RoleChoicesQueryVariables} from '../types';
import {trusted} from '../trusted';
export const RoleChoicesDocument = /* @__PURE__ */ trusted<RoleChoicesQuery, RoleChoicesQueryVariables>('5d4e5119948db2cf8be053ad8e363cec3788687be57c83a139d4f5206c3dcf59', "query RoleChoices { __typename customRoles(first: 100, orderBy: [{name: ASC}]) { __typename nodes { __typename about base id name } } }");
