import {Trans, useLingui} from '@lingui/react/macro'
import {IconArrowRight} from '@tabler/icons-react'
import {useFormats} from '../../ui/formats'
import {To} from '../../ui/to'
import type {ErrandFactsFragment} from '../graphql'
import {isOpen} from '../looking'
import {deedNames, StateTag, StepName} from '../names'

/** What was asked for, why and by whom; what is under way tells how far it is. */
export function ErrandList({errands, named = false}: {errands: readonly ErrandFactsFragment[]; named?: boolean}) {
  if (!errands.length) return null
  return (
    <ul className="console-errands">
      {errands.map((one) => (
        <OneErrand key={one.id} errand={one} named={named} />
      ))}
    </ul>
  )
}

function OneErrand({errand, named}: {errand: ErrandFactsFragment; named: boolean}) {
  const {t} = useLingui()
  const {ago, momentInFull, number} = useFormats()
  const {kind, slug, reason, admin, state, step, count, target, trouble, askedAt} = errand
  return (
    <li aria-busy={isOpen(errand) || undefined}>
      <p className="title">
        <strong>{t(deedNames[kind])}</strong>
        {target ? (
          <>
            <IconArrowRight size={14} className="mirror" />
            <bdi>{target}</bdi>
          </>
        ) : null}
        {named ? (
          <To className="ltr" opens={{to: '/companies/$slug', params: {slug}}}>
            {slug}
          </To>
        ) : null}
        <StateTag state={state} />
      </p>
      {state === 'RUNNING' ? (
        <div className="far" role="status">
          <progress aria-label={t`How far it is`} />
          {step ? (
            <span className="quiet">
              <StepName step={step} />
              {count > 1 ? ` · ${number(count)}` : null}
            </span>
          ) : null}
        </div>
      ) : null}
      {trouble ? (
        <p className="trouble" dir="auto">
          {trouble}
        </p>
      ) : null}
      <p className="quiet">
        <bdi>{reason}</bdi> · <span className="ltr">{admin}</span> ·{' '}
        <time title={momentInFull(askedAt)}>{ago(askedAt)}</time>
      </p>
      {state === 'WAITING' ? (
        <p className="quiet">
          <Trans>A worker takes it up in a moment.</Trans>
        </p>
      ) : null}
    </li>
  )
}
