import './record.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconMapOff} from '@tabler/icons-react'
import {useNavigate, useSearch} from '@tanstack/react-router'
import {type ReactNode, useEffect} from 'react'
import type {CombinedError} from 'urql'
import {Bone, BoneTitle, Empty, Failed} from './empty'
import {readRecordView, type Tab, tabs} from './record_view'
import {Still} from './still'

interface Props {
  /** What the page of the browser is called. */
  name: string
  /** The way to the list that it is in, with its sign. */
  up: ReactNode
  /** The name, edited in place. */
  title: ReactNode
  tags?: ReactNode
  actions?: ReactNode
  /** Over the whole width, below the head. */
  above?: ReactNode
  summary: ReactNode
  timeline: ReactNode
  related: ReactNode
  /** Who looks may change nothing of it. */
  still: boolean
}

/** The page of one record: its summary at the start, what happened in the middle, what belongs to it at the end. */
export function RecordPage({still, ...props}: Props) {
  return (
    <Still still={still}>
      <Whole {...props} />
    </Still>
  )
}

function Whole({name, up, title, tags, actions, above, summary, timeline, related}: Omit<Props, 'still'>) {
  const {t} = useLingui()
  const {tab} = useSearch({strict: false})
  const show = useShowPart()
  const shown = readRecordView({tab}).tab ?? 'summary'
  useTitle(name)
  const labels: Record<Tab, string> = {summary: t`Summary`, timeline: t`Timeline`, related: t`Related`}
  return (
    <article className="record" data-tab={shown}>
      <header>
        <div className="up">{up}</div>
        <div className="name">
          <h1>{title}</h1>
          {tags}
          <div className="grow" />
          <div className="do">{actions}</div>
        </div>
      </header>
      {above ? <div className="above">{above}</div> : null}
      <nav className="record-tabs" aria-label={t`Parts of the page`}>
        {tabs.map((one) => (
          <button
            key={one}
            type="button"
            aria-current={one === shown ? 'true' : undefined}
            onClick={() => void show(one)}
          >
            {labels[one]}
          </button>
        ))}
      </nav>
      <div className="record-body">
        <section className="start" aria-label={labels.summary}>
          {summary}
        </section>
        <section className="middle" aria-label={labels.timeline}>
          {timeline}
        </section>
        <section className="end" aria-label={labels.related}>
          {related}
        </section>
      </div>
    </article>
  )
}

/** Shows a part of the page where a phone has room for one only. */
export function useShowPart() {
  const navigate = useNavigate()
  return (tab: Tab) => navigate({to: '.', search: (was) => ({...was, tab}), replace: true})
}

/** In its place while it is on the way, when it could not be read, and when there is no such record or it is not ours. */
export function RecordWait({error, fetching, retry}: {error?: CombinedError; fetching: boolean; retry: () => void}) {
  const {t} = useLingui()
  const navigate = useNavigate()
  const absent = !error && !fetching
  return (
    <div className="record" aria-busy={fetching}>
      <header>
        <div className="name">
          <h1>{absent ? t`Not found` : <BoneTitle inline={220} block={20} />}</h1>
        </div>
      </header>
      {error ? (
        <div className="above">
          <Failed error={error} retry={retry} />
        </div>
      ) : absent ? (
        <Empty
          icon={<IconMapOff size={32} stroke={1.5} />}
          title={t`There is nothing here`}
          actions={
            <Button size="compact-md" onClick={() => void navigate({to: '/'})}>
              <Trans>Go to the start</Trans>
            </Button>
          }
        >
          <Trans>The address may be mistyped, or the record is not yours to see.</Trans>
        </Empty>
      ) : (
        <div className="record-body">
          {[6, 5, 4].map((lines, part) => (
            <div key={part} className={['start', 'middle', 'end'][part]} aria-hidden>
              {Array.from({length: lines}, (_, line) => (
                <Bone key={line} inline={line % 2 ? '60%' : '90%'} block={14} />
              ))}
            </div>
          ))}
        </div>
      )}
    </div>
  )
}

function useTitle(name: string) {
  useEffect(() => {
    const before = document.title
    document.title = name
    return () => {
      document.title = before
    }
  }, [name])
}
