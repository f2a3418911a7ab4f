import type {ProductChoicesQuery, ProductChoicesQueryVariables} from '../types';
import {trusted} from '../trusted';
export const ProductChoicesDocument = /* @__PURE__ */ trusted<ProductChoicesQuery, ProductChoicesQueryVariables>('4387277ff956690ca7a7d33111cb4f4cdf0d170a7c48ef17fff6f2fc9aff362d', "fragment Cash on Money { __typename amount currency } query ProductChoices($search: String) { __typename products(first: 20, search: $search, filter: {active: {eq: true}}) { __typename nodes { __typename code id name price { __typename ...Cash } } } }");
