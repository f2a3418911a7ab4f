import type {OptimisticMutationConfig} from '@urql/exchange-graphcache'

interface Named {
  input: {id: string; name: string}
}

/** A new name is shown at once; the server may correct its ending. */
export const fileRules: {optimistic: OptimisticMutationConfig} = {
  optimistic: {
    renameAttachment: (args) => {
      const {id, name} = (args as unknown as Named).input
      return {__typename: 'RenameAttachmentPayload', attachment: {__typename: 'Attachment', id, name}, problems: []}
    },
  },
}
