import type {MyGrantsQuery, MyGrantsQueryVariables} from '../types';
import {trusted} from '../trusted';
export const MyGrantsDocument = /* @__PURE__ */ trusted<MyGrantsQuery, MyGrantsQueryVariables>('675fcba36504a7a96b1285286e311c61cd812aab75d5f8d1e5bfea44fdbead8e', "query MyGrants { __typename me { __typename rights { __typename grants { __typename object scope verb } } } }");
