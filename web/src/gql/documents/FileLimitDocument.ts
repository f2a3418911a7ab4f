import type {FileLimitQuery, FileLimitQueryVariables} from '../types';
import {trusted} from '../trusted';
export const FileLimitDocument = /* @__PURE__ */ trusted<FileLimitQuery, FileLimitQueryVariables>('6391be0525352200be334864ff587715824102a93f8c838cd57068ace9c2e0d0', "query FileLimit { __typename fileLimit }");
