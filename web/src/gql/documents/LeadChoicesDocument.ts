import type {LeadChoicesQuery, LeadChoicesQueryVariables} from '../types';
import {trusted} from '../trusted';
export const LeadChoicesDocument = /* @__PURE__ */ trusted<LeadChoicesQuery, LeadChoicesQueryVariables>('762766a87d3301ba2f067c6dc6f0f11f85f008a809adf6fc0241a927c986d6f0', "query LeadChoices($search: String) { __typename products(first: 20, search: $search, filter: {active: {eq: true}}) { __typename nodes { __typename id name } } sources { __typename active id kind name } }");
