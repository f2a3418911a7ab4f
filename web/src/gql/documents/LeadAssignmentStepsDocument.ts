import type {LeadAssignmentStepsQuery, LeadAssignmentStepsQueryVariables} from '../types';
import {trusted} from '../trusted';
export const LeadAssignmentStepsDocument = /* @__PURE__ */ trusted<LeadAssignmentStepsQuery, LeadAssignmentStepsQueryVariables>('3421419b59b50d3951935ff7983f0d84f116febb96f760df6ac52a8bb56a4a80', "fragment Person on Member { __typename id name } query LeadAssignmentSteps($id: ID!) { __typename assignmentSteps(leadId: $id) { __typename member { __typename ...Person } rule { __typename id name } step } }");
