import {addTypenameSelectionDocumentTransform} from '@graphql-codegen/client-preset'
import type {CodegenConfig} from '@graphql-codegen/cli'
import {createHash} from 'node:crypto'

/** The contract stands outside the client; `KESHER_SDL` points at another one while it is being designed. */
const schema = process.env.KESHER_SDL ?? '../graphql/schema.graphql'

const scalars = {ID: 'string', Date: 'string', DateTime: 'string', Decimal: 'string', JSON: 'unknown'}

export default {
  generates: {
    /** The admin console speaks another graph, of the platform; its documents go as text. */
    'src/console/graphql.ts': {
      schema: '../graphql/platform.graphql',
      documents: '../graphql/console/**/*.graphql',
      plugins: ['typescript-operations', 'typed-document-node'],
      config: {useTypeImports: true, enumsAsTypes: true, strictScalars: true, scalars},
    },
    'src/gql/': {
      schema,
      documents: '../graphql/operations/**/*.graphql',
      preset: 'client',
      documentTransforms: [addTypenameSelectionDocumentTransform],
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        skipTypename: false,
        scalars,
      },
      presetConfig: {
        fragmentMasking: false,
        persistedDocuments: {
          mode: 'embedHashInDocument',
          hashAlgorithm: (document: string) => createHash('sha256').update(document).digest('hex'),
        },
      },
    },
  },
} satisfies CodegenConfig
