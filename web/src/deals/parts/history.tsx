import './history.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {useFormats} from '../../ui/formats'
import {Part} from '../../ui/part'
import {Said} from '../../ui/said'
import type {OneDeal} from '../shapes'

type Event = OneDeal['history']['nodes'][number]

/** Everything that happened to the deal, the latest first. */
export function History({deal, deep = false}: {deal: OneDeal; deep?: boolean}) {
  const {t} = useLingui()
  const {ago, momentInFull} = useFormats()
  const events = [...deal.history.nodes].reverse().sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
  if (!events.length) return null
  return (
    <Part title={t`History`} deep={deep}>
      <ol className="history">
        {events.map((event) => (
          <li key={event.id} data-kind={event.kind}>
            <div>
              <p>
                <What event={event} />
              </p>
              <small>
                {event.by ? (
                  <>
                    <bdi>{event.by.name}</bdi>
                    {' · '}
                  </>
                ) : null}
                <time dateTime={event.at} title={momentInFull(event.at)} className="num">
                  {ago(event.at)}
                </time>
              </small>
            </div>
          </li>
        ))}
      </ol>
    </Part>
  )
}

/** "Lost: Price — they wanted half". */
function LossWords({event: {lossReason, lossRemark}}: {event: Event}) {
  const {t} = useLingui()
  const said = [lossReason?.name ?? t`no reason`, lossRemark].filter(Boolean).join(' — ')
  return (
    <Trans>
      Lost: <Said text={said} />
    </Trans>
  )
}

function What({event}: {event: Event}) {
  const {money, day, span} = useFormats()
  const {kind, fromStage, toStage, fromAmount, toAmount, fromOn, toOn, seconds} = event
  const [before, after] = [fromAmount ? money(fromAmount) : '–', toAmount ? money(toAmount) : '–']
  const [dayBefore, dayAfter] = [fromOn ? day(fromOn) : '–', toOn ? day(toOn) : '–']
  const stay = seconds == null ? null : span(seconds)
  switch (kind) {
    case 'CREATED':
      return (
        <Trans>
          Opened in <Said text={toStage?.name ?? '–'} />
        </Trans>
      )
    case 'LOSS_REASON':
      return <LossWords event={event} />
    case 'STAGE':
      if (toStage?.kind === 'LOST' && (event.lossReason ?? event.lossRemark)) return <LossWords event={event} />
      return stay ? (
        <Trans>
          <Said text={fromStage?.name ?? '–'} /> to <Said text={toStage?.name ?? '–'} />, after {stay}
        </Trans>
      ) : (
        <Trans>
          <Said text={fromStage?.name ?? '–'} /> to <Said text={toStage?.name ?? '–'} />
        </Trans>
      )
    case 'AMOUNT':
      return (
        <Trans>
          Amount from <Said text={before} /> to <Said text={after} />
        </Trans>
      )
    case 'CLOSE_DATE':
      return (
        <Trans>
          Expected close from <Said text={dayBefore} /> to <Said text={dayAfter} />
        </Trans>
      )
    case 'OWNER':
      return <Trans>Handed to another owner</Trans>
  }
}
