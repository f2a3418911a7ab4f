import type {RemovePushDeviceMutation, RemovePushDeviceMutationVariables} from '../types';
import {trusted} from '../trusted';
export const RemovePushDeviceDocument = /* @__PURE__ */ trusted<RemovePushDeviceMutation, RemovePushDeviceMutationVariables>('34202d7e856450e5370db2ada6f61988e5bad96724339edd4cc9df656a59f47f', "fragment Trouble on Problem { __typename code field message } mutation RemovePushDevice($input: RemovePushDeviceInput!) { __typename removePushDevice(input: $input) { __typename problems { __typename ...Trouble } } }");
