import {addTypenameSelectionDocumentTransform} from '@graphql-codegen/client-preset'
import type {CodegenConfig} from '@graphql-codegen/cli'
import {createHash} from 'node:crypto'

/** The contract stands outside the client; `KESHER_SDL` points at another one while it is being designed. */
const schema = process.env.KESHER_SDL ?? '../graphql/schema.graphql'

export default {
  schema,
  documents: '../graphql/operations/**/*.graphql',
  generates: {
    'src/gql/': {
      preset: 'client',
      documentTransforms: [addTypenameSelectionDocumentTransform],
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        skipTypename: false,
        scalars: {ID: 'string', Date: 'string', DateTime: 'string', Decimal: 'string', JSON: 'unknown'},
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
