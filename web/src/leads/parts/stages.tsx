import {useLingui} from '@lingui/react/macro'
import type {LeadRowFragment} from '../../gql/graphql'
import {useStill} from '../../ui/still'
import {useLeadDeeds} from '../deeds'
import {openStatuses, useLeadWords} from '../words'

/** How far an open lead has come; a click says that it has come further, or not so far. */
export function Stages({lead}: {lead: LeadRowFragment}) {
  const {t} = useLingui()
  const {statuses} = useLeadWords()
  const {move} = useLeadDeeds()
  const still = useStill()
  const at = openStatuses.findIndex((one) => one === lead.status)
  if (at < 0) return null
  return (
    <ol className="lead-stages" aria-label={t`How far it has come`}>
      {openStatuses.map((status, place) => (
        <li key={status} data-past={place < at || undefined}>
          <button
            type="button"
            disabled={still}
            aria-current={place === at ? 'step' : undefined}
            onClick={() => {
              if (place !== at) void move(lead, status)
            }}
          >
            {statuses[status]}
          </button>
        </li>
      ))}
    </ol>
  )
}
