import {useMe} from './me'

/** Whether who is signed in has a power of the whole company; the server decides, this spares the buttons. */
export function useHolds(power: string): boolean {
  return useMe().powers.includes(power)
}

/** Whether who is signed in manages members and teams. */
export const useManages = () => useHolds('members:manage')
