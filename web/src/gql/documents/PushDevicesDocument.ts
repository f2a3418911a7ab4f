import type {PushDevicesQuery, PushDevicesQueryVariables} from '../types';
import {trusted} from '../trusted';
export const PushDevicesDocument = /* @__PURE__ */ trusted<PushDevicesQuery, PushDevicesQueryVariables>('dd1cecf616df77193daadaaf8a53118c8f2e9536219edd90161b87eccee5244d', "fragment Device on PushDevice { __typename createdAt id name problem usedAt } query PushDevices { __typename pushDevices(first: 50) { __typename nodes { __typename ...Device } } pushKey }");
