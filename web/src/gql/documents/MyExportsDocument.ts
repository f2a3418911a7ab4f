import type {MyExportsQuery, MyExportsQueryVariables} from '../types';
import {trusted} from '../trusted';
export const MyExportsDocument = /* @__PURE__ */ trusted<MyExportsQuery, MyExportsQueryVariables>('a4ab02983d1508e2af196484295745f7b492ffba24617be0a2069bdcb3a6bbbd', "fragment OneExport on Export { __typename createdAt done expiresAt failure format id name object size status total } query MyExports($after: String, $first: Int!) { __typename exports(first: $first, after: $after) { __typename nodes { __typename ...OneExport } pageInfo { __typename endCursor hasNextPage } totalCount } }");
