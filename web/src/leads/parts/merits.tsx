import {Trans, useLingui} from '@lingui/react/macro'
import {useEffect, useRef} from 'react'
import {useQuery} from 'urql'
import {LeadRipenessDocument, type LeadWholeFragment} from '../../gql/graphql'
import {useQualificationWords} from '../../qualification'
import {useFormats} from '../../ui/formats'
import {Part} from '../../ui/part'
import {Ripe, Score} from './standing'

/** How ripe a lead is, what speaks for it and against it, and what it lacks. */
export function Merits({lead: {id, version, score, ripeAt, merits}}: {lead: LeadWholeFragment}) {
  const {t} = useLingui()
  const {number} = useFormats()
  const {merits: words, says, lacks} = useQualificationWords()
  const found = useRipeness(id, version)
  const rules = new Map([...(found?.holding ?? []), ...(found?.open ?? [])].map((rule) => [rule.key, rule]))
  const told = (rule: string) => rules.get(rule)
  const missing = (found?.missing ?? []).map(lacks).join(' · ')
  return (
    <Part
      title={t`Score`}
      action={
        <>
          {ripeAt ? <Ripe at={ripeAt} /> : null}
          <Score value={score} />
        </>
      }
    >
      {merits.length ? (
        <ul className="lead-merits">
          {merits.map(({id: of, merit, points, rule}) => {
            const known = told(rule ?? merit)
            return (
              <li key={of}>
                <span dir="auto">{known ? says(known) : words[merit]}</span>
                <bdi className={points > 0 ? 'num' : 'num against'}>
                  {points > 0 ? `+${number(points)}` : number(points)}
                </bdi>
              </li>
            )
          })}
        </ul>
      ) : (
        <p className="none">
          <Trans>Nothing speaks for it yet. A number or an address would.</Trans>
        </p>
      )}
      {found?.told && !ripeAt && missing ? (
        <p className="lead-missing">
          <Trans>Missing until it is ripe: {missing}</Trans>
        </p>
      ) : null}
    </Part>
  )
}

/** Asked anew whenever the lead is otherwise. */
function useRipeness(id: string, version: number) {
  const [{data}, again] = useQuery({query: LeadRipenessDocument, variables: {id}, requestPolicy: 'cache-and-network'})
  const seen = useRef(version)
  useEffect(() => {
    if (seen.current === version) return
    seen.current = version
    again({requestPolicy: 'network-only'})
  }, [version, again])
  return data?.leadRipeness
}
