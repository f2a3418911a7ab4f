import {json} from '@codemirror/lang-json'
import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {useFormats} from '../../ui/formats'
import {Tag} from '../../ui/tag'
import type {Answer} from '../asking'
import {Editor} from '../editor/editor'
import type {Outcome, Told} from '../running'

const asJson = json()

/** What came, and what it cost. */
export function Answered({outcome}: {outcome: Outcome | undefined}) {
  const {t} = useLingui()
  return (
    <section className="answered" aria-label={t`Answer`}>
      <div role="status">
        {outcome?.kind === 'answer' ? <Facts answer={outcome.answer} /> : null}
        {outcome?.kind === 'told' ? <Heard count={outcome.count} ended={outcome.ended} /> : null}
      </div>
      {outcome?.kind === 'gone' ? (
        <p role="alert">
          <Trans>The server does not answer. Look at the connection and run it again.</Trans>
        </p>
      ) : outcome?.kind === 'answer' ? (
        <Editor label={t`Answer`} text={outcome.answer.text} language={asJson} />
      ) : outcome?.kind === 'told' ? (
        <Messages told={outcome.told} />
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

function Heard({count, ended}: {count: number; ended: boolean}) {
  return (
    <p className="facts-line">
      <Tag tone={ended ? '' : 'accent'}>{ended ? <Trans>Ended</Trans> : <Trans>Listening</Trans>}</Tag>
      <span className="quiet">
        {count ? (
          <Plural value={count} one="# message" other="# messages" />
        ) : ended ? null : (
          <Trans>Nothing yet: what is changed from now on comes here.</Trans>
        )}
      </span>
    </p>
  )
}

function Messages({told}: {told: readonly Told[]}) {
  const {t} = useLingui()
  const {momentInFull} = useFormats()
  if (!told.length) return null
  return (
    // Many messages are scrolled by keys as well.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <ol className="told-list" tabIndex={0} aria-label={t`Messages, the latest first`}>
      {told.map(({id, at, text}) => (
        <li key={id}>
          <time className="quiet" dateTime={at}>
            {momentInFull(at)}
          </time>
          <pre dir="ltr">{text}</pre>
        </li>
      ))}
    </ol>
  )
}
