import type {ResponseQuestionsQuery, ResponseQuestionsQueryVariables} from '../types';
import {trusted} from '../trusted';
export const ResponseQuestionsDocument = /* @__PURE__ */ trusted<ResponseQuestionsQuery, ResponseQuestionsQueryVariables>('414ca38e3059cc944ad70a012ec684a9c43511db3078f11387d7150a7a8df45c', "query ResponseQuestions($since: Date!, $until: Date!) { __typename responseQuestions(since: $since, until: $until) }");
