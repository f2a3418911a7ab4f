import type {DealCardFragment, StageLabelFragment} from '../gql/graphql'
import type {StallLimit} from './view'

/** Whether what is usual has to be known: it is worked out from all that was won. */
export const asksWhatIsUsual = (stages: readonly StageLabelFragment[]) =>
  stages.some(({kind, allowedDays}) => kind === 'OPEN' && allowedDays == null)

/** The moment that counts in a stage, where one is known. */
export const usualIn = (limits: readonly StallLimit[] | null | undefined, stage: string) =>
  limits?.find((limit) => limit.stage.id === stage)?.enteredBefore

type Standing = Pick<DealCardFragment, 'status' | 'stageEnteredAt' | 'secondsInStage'>

/** Longer in its stage than the stage allows, or than is usual where it allows nothing. */
export function isStalled(deal: Standing, allowedDays: number | null | undefined, enteredBefore?: string): boolean {
  if (deal.status !== 'OPEN') return false
  if (allowedDays != null) return deal.secondsInStage > allowedDays * 86_400
  return enteredBefore !== undefined && Date.parse(deal.stageEnteredAt) < Date.parse(enteredBefore)
}
