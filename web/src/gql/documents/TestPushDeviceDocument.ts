import type {TestPushDeviceMutation, TestPushDeviceMutationVariables} from '../types';
import {trusted} from '../trusted';
export const TestPushDeviceDocument = /* @__PURE__ */ trusted<TestPushDeviceMutation, TestPushDeviceMutationVariables>('c951578fdd544ba8e098bfc4e94cd12ab6c78607b9e86cc5a451d9d49bcfd566', "fragment Trouble on Problem { __typename code field message } mutation TestPushDevice($input: TestPushDeviceInput!) { __typename testPushDevice(input: $input) { __typename problems { __typename ...Trouble } pushDevice { __typename id } } }");
