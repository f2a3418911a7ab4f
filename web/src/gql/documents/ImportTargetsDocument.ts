import type {ImportTargetsQuery, ImportTargetsQueryVariables} from '../types';
import {trusted} from '../trusted';
export const ImportTargetsDocument = /* @__PURE__ */ trusted<ImportTargetsQuery, ImportTargetsQueryVariables>('5dbb81ade87bacfc2afce18bfa58a59cad4e7ec2bf4a0badf54ab0fd7b15ed88', "query ImportTargets { __typename importTargets { __typename entity field label path required } }");
