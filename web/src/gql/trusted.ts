import type {TypedDocumentNode} from '@graphql-typed-document-node/core';
import {createRequest} from 'urql';

/** A document that the server knows by its hash. */
export function trusted<Data, Variables>(hash: string, text: string): TypedDocumentNode<Data, Variables> {
  return Object.assign(createRequest(text, {}).query as TypedDocumentNode<Data, Variables>, {__meta__: {hash}});
}
