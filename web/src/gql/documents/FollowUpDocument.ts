import type {FollowUpQuery, FollowUpQueryVariables} from '../types';
import {trusted} from '../trusted';
export const FollowUpDocument = /* @__PURE__ */ trusted<FollowUpQuery, FollowUpQueryVariables>('967f2d54b1683b0e0631aba3c44de88ea7219e359d83624f394433d20ecb0a84', "query FollowUp($id: ID!) { __typename followUpOf(activityId: $id) { __typename dueOn kind subject } }");
