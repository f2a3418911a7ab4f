import type {DeleteAssignmentRuleMutation, DeleteAssignmentRuleMutationVariables} from '../types';
import {trusted} from '../trusted';
export const DeleteAssignmentRuleDocument = /* @__PURE__ */ trusted<DeleteAssignmentRuleMutation, DeleteAssignmentRuleMutationVariables>('c8e28aff517b5429c6672a5295501a788836635dbba0c62d4c19ffc7bd7a286e', "fragment Trouble on Problem { __typename code field message } mutation DeleteAssignmentRule($input: AssignmentRuleInput!) { __typename deleteAssignmentRule(input: $input) { __typename assignmentRule { __typename id } problems { __typename ...Trouble } } }");
