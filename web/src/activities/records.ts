/** A record that activities hang on, and that has a timeline. */
export interface Hanger {
  kind: 'deal' | 'account' | 'contact' | 'lead'
  id: string
  name: string
}

/** What a new activity is hung on, as the server takes it. */
export const hungOn = ({kind, id}: Hanger) => ({[`${kind}Ids`]: [id]})
