import {useMe} from './me'

/** Whether who is signed in manages members, teams and roles; the server decides, this spares the buttons. */
export function useManages(): boolean {
  const {role} = useMe().member
  return role === 'OWNER' || role === 'ADMIN'
}
