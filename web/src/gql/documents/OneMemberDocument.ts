import type {OneMemberQuery, OneMemberQueryVariables} from '../types';
import {trusted} from '../trusted';
export const OneMemberDocument = /* @__PURE__ */ trusted<OneMemberQuery, OneMemberQueryVariables>('5faab951d4d2b2b1cf0a2334dcab706653f7d613d1696e4ea2c08a829ec34dc7', "fragment MemberRow on Member { __typename createdAt customRole { __typename id name } email role status team { __typename id name } version ...Person } fragment Person on Member { __typename id name } query OneMember($id: ID!) { __typename member(id: $id) { __typename locale timeZone ...MemberRow } }");
