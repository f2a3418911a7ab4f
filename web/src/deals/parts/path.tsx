import './path.css'
import {useLingui} from '@lingui/react/macro'
import type {StageLabelFragment} from '../../gql/graphql'
import {useFormats} from '../../ui/formats'
import {useStill} from '../../ui/still'
import type {OneDeal} from '../shapes'

/** The stages in order with the time spent in each; a click goes there, where one may. */
export function Path({deal, go}: {deal: OneDeal; go: (stage: StageLabelFragment) => void}) {
  const {t} = useLingui()
  const {span} = useFormats()
  const still = useStill()
  const {stages} = deal.pipeline
  const current = stages.find(({id}) => id === deal.stage.id)
  const spent = timeSpent(deal)
  return (
    <ol className="path" aria-label={t`Stages`}>
      {stages.map((stage) => {
        const seconds = spent.get(stage.id)
        return (
          <li
            key={stage.id}
            data-kind={stage.kind}
            data-past={(current && stage.kind === 'OPEN' && stage.position < current.position) || undefined}
          >
            <span className="days num" title={seconds === undefined ? undefined : t`Time in this stage`}>
              {seconds === undefined ? null : span(seconds)}
            </span>
            <button
              type="button"
              className="clip"
              dir="auto"
              title={stage.name}
              disabled={still}
              aria-current={stage.id === deal.stage.id ? 'step' : undefined}
              onClick={() => go(stage)}
            >
              {stage.name}
            </button>
          </li>
        )
      })}
    </ol>
  )
}

function timeSpent(deal: OneDeal): Map<string, number> {
  const spent = new Map<string, number>()
  for (const {fromStage, seconds} of deal.history.nodes) {
    if (fromStage && seconds != null) spent.set(fromStage.id, (spent.get(fromStage.id) ?? 0) + seconds)
  }
  if (deal.status === 'OPEN') spent.set(deal.stage.id, (spent.get(deal.stage.id) ?? 0) + deal.secondsInStage)
  return spent
}
