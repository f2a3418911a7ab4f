import './next_step.css'
import {useLingui} from '@lingui/react/macro'
import {signs, useWords, When} from '../../activities'
import type {NextStepFragment} from '../../gql/graphql'

/** What is to be done about an open deal next, and when; that nothing is planned is said as well. */
export function NextStep({next}: {next: NextStepFragment | null | undefined}) {
  const {t} = useLingui()
  const {kinds} = useWords()
  if (!next) return <span className="next none">{t`No next step`}</span>
  const Sign = signs[next.kind]
  return (
    <span className="next">
      <Sign size={12} />
      <span className="vh">{kinds[next.kind]}</span>
      <bdi className="clip" title={next.subject}>
        {next.subject}
      </bdi>
      <When activity={{...next, status: 'OPEN'}} />
    </span>
  )
}
