import {Trans, useLingui} from '@lingui/react/macro'
import {useCallback, useEffect} from 'react'
import {useQuery} from 'urql'
import {type LeadRowFragment, ResponseWaitDocument} from '../../gql/graphql'
import {useFormats} from '../../ui/formats'
import {towardsEscalation} from '../clock'

const AGAIN = 60_000

/** How long it has waited in the time in which the company works, and how far that is from telling a manager. */
export function WorkingWait({lead}: {lead: LeadRowFragment}) {
  const {t} = useLingui()
  const {length, percent} = useFormats()
  const wait = useWait(lead)
  if (!wait) return null
  const working = (seconds: number) => (
    <bdi className="num" key="working">
      {length(seconds, false)}
    </bdi>
  )
  const [waited, inAll] = [<strong key="waited">{working(wait.businessSeconds)}</strong>, length(wait.wallSeconds)]
  const towards = towardsEscalation(wait, lead)
  const told = wait.escalatesAfter ? working(wait.escalatesAfter) : null
  return (
    <div className="lead-wait" data-near={towards?.near || undefined} title={t`${inAll} in all`}>
      <span>
        {!wait.waits ? (
          lead.firstContact ? (
            <Trans>Reached after {waited} of working time</Trans>
          ) : (
            <Trans>Closed unanswered after {waited} of working time</Trans>
          )
        ) : lead.escalation ? (
          <Trans>Waits {waited} of working time: a manager was told</Trans>
        ) : towards ? (
          <Trans>
            Waits {waited} of working time; after {told} a manager is told
          </Trans>
        ) : (
          <Trans>Waits {waited} of working time</Trans>
        )}
      </span>
      {towards ? (
        <span className="gauge" role="img" aria-label={t`${percent(towards.part)} of the time until a manager is told`}>
          <i style={{inlineSize: `${towards.part * 100}%`}} />
        </span>
      ) : null}
    </div>
  )
}

/** Asked anew once a minute while it waits and is looked at, and when something happened between us. */
function useWait({id, status, firstAttempt, firstContact, escalation}: LeadRowFragment) {
  const [{data}, ask] = useQuery({query: ResponseWaitDocument, variables: {leadId: id}})
  const again = useCallback(() => ask({requestPolicy: 'network-only'}), [ask])
  const happened = [status, firstAttempt?.id, firstContact?.id, escalation?.id].join()
  useEffect(again, [again, happened])
  const wait = data?.responseWait
  const waits = wait?.waits ?? false
  useEffect(() => {
    if (!waits) return
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') again()
    }, AGAIN)
    return () => clearInterval(timer)
  }, [waits, again])
  return wait
}
