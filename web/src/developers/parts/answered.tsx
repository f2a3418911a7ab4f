import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {useFormats} from '../../ui/formats'
import {Tag} from '../../ui/tag'
import type {Answer} from '../asking'

/** What came, and what it cost. */
export function Answered({answer}: {answer: Answer | 'gone' | undefined}) {
  const {t} = useLingui()
  return (
    <section className="answered" aria-label={t`Answer`}>
      <div role="status">{answer && answer !== 'gone' ? <Facts answer={answer} /> : null}</div>
      {answer === 'gone' ? (
        <p role="alert">
          <Trans>The server does not answer. Look at the connection and run it again.</Trans>
        </p>
      ) : answer ? (
        // A long answer is scrolled by keys as well.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre dir="ltr" tabIndex={0}>
          {answer.text}
        </pre>
      ) : (
        <p className="quiet">
          <Trans>The answer comes here. Ctrl+Enter runs the operation.</Trans>
        </p>
      )}
    </section>
  )
}

function Facts({answer: {status, cost, retryAfter, milliseconds}}: {answer: Answer}) {
  const {number, time} = useFormats()
  return (
    <p className="facts-line">
      <Tag tone={status === 200 ? 'good' : 'warn'}>{status}</Tag>
      <span className="quiet">
        <Trans>{number(milliseconds)} ms</Trans>
      </span>
      {cost ? (
        <span data-cost={cost.requested}>
          <Trans>
            Cost {number(cost.requested)}; {number(cost.remaining)} of {number(cost.limit)} left until{' '}
            {time(cost.resetsAt)}
          </Trans>
        </span>
      ) : null}
      {retryAfter ? (
        <span>
          <Plural value={retryAfter} one="Ask again in # second." other="Ask again in # seconds." />
        </span>
      ) : null}
    </p>
  )
}
