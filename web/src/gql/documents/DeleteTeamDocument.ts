import type {DeleteTeamMutation, DeleteTeamMutationVariables} from '../types';
import {trusted} from '../trusted';
export const DeleteTeamDocument = /* @__PURE__ */ trusted<DeleteTeamMutation, DeleteTeamMutationVariables>('ae212b9046d0a152512db873809ef90b13fb8d038823c467b844d9f5927e756d', "fragment Trouble on Problem { __typename code field message } mutation DeleteTeam($input: TeamInput!) { __typename deleteTeam(input: $input) { __typename problems { __typename ...Trouble } team { __typename id } } }");
