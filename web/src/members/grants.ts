import {useMe} from './me'

/**
 * What who is signed in may do with some records of a kind at all, such as `Deal`; the server decides about each, this
 * spares the buttons.
 */
export function useGrants(object: string) {
  const {may} = useMe()
  const has = (verb: string) => may.includes(`${object}:${verb}`)
  return {create: has('CREATE'), update: has('UPDATE'), remove: has('DELETE'), share: has('SHARE')}
}
