import {Trans, useLingui} from '@lingui/react/macro'
import type {LeadWholeFragment} from '../../gql/graphql'
import {useFormats} from '../../ui/formats'
import {Part} from '../../ui/part'
import {useLeadWords} from '../words'
import {Score} from './standing'

/** How ripe a lead is, and what speaks for it. */
export function Merits({lead: {score, merits}}: {lead: LeadWholeFragment}) {
  const {t} = useLingui()
  const {number} = useFormats()
  const words = useLeadWords().merits
  return (
    <Part title={t`Score`} action={<Score value={score} />}>
      {merits.length ? (
        <ul className="lead-merits">
          {merits.map(({id, merit, points}) => (
            <li key={id}>
              <span>{words[merit]}</span>
              <bdi className="num">+{number(points)}</bdi>
            </li>
          ))}
        </ul>
      ) : (
        <p className="none">
          <Trans>Nothing speaks for it yet. A number or an address would.</Trans>
        </p>
      )}
    </Part>
  )
}
