import './composer.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {useEffect, useRef, useState} from 'react'
import {filesIn, holdsFiles, Uploads, useUploads} from '../../files'
import type {ActivityKind, ActivityRowFragment} from '../../gql/graphql'
import {useActions} from '../../ui/actions'
import type {Problem} from '../../ui/problems'
import {useShowPart} from '../../ui/record'
import {Refused} from '../../ui/refused'
import {useSay} from '../../ui/say'
import type {useDeeds} from '../deeds'
import {empty, inputOf, isEndless} from '../draft'
import {stillNamed} from '../mentions'
import {type Hanger, hungOn} from '../records'
import {signs, useWords} from '../words'
import {Details} from './details'
import {FileButton} from './file_button'
import {MentionArea} from './mention_area'

const kindsInOrder: ActivityKind[] = ['NOTE', 'CALL', 'TASK', 'MEETING']
const keys: Record<ActivityKind, string> = {NOTE: 'N', CALL: 'L', TASK: 'T', MEETING: 'M'}

interface Props {
  here: Hanger
  deeds: ReturnType<typeof useDeeds>
  /** A call or a meeting that is over was written down. */
  logged: (activity: ActivityRowFragment) => void
}

/** Where a note, a call, a task or a meeting is written down: one line to begin with, more as it is needed. */
export function Composer({here, deeds, logged}: Props) {
  const {t} = useLingui()
  const {kinds} = useWords()
  const say = useSay()
  const show = useShowPart()
  const [draft, setDraft] = useState(() => empty('NOTE'))
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const [named, setNamed] = useState<{id: string; name: string}[]>([])
  const held = useUploads()
  const field = useRef<HTMLTextAreaElement>(null)
  const begin = (kind: ActivityKind) => {
    setDraft((was) => ({...empty(kind), text: was.text}))
    setOpen(true)
    setProblems([])
    const focus = () => field.current?.focus()
    if (field.current?.offsetParent)
      focus() // at once: who types on loses no letter
    else void show('timeline').then(focus)
  }
  const labels: Record<ActivityKind, string> = {
    NOTE: t`Write a note`,
    CALL: t`Log a call`,
    TASK: t`Plan a task`,
    MEETING: t`Plan a meeting`,
  }
  useActions(
    kindsInOrder.map((kind) => {
      const Sign = signs[kind]
      return {
        id: `compose-${kind}`,
        label: labels[kind],
        keys: keys[kind],
        icon: <Sign size={16} />,
        run: () => begin(kind),
      }
    }),
  )
  useEffect(() => {
    const area = field.current
    if (!area) return
    area.style.blockSize = 'auto'
    area.style.blockSize = `${Math.min(area.scrollHeight + 2, 360)}px`
  }, [draft.text, open])
  const ready = (draft.text.trim() !== '' || draft.kind === 'CALL') && !isEndless(draft)
  const save = async () => {
    if (!ready || busy) return
    setBusy(true)
    const {problems: refused, activity} = await deeds.create({
      ...inputOf(draft, kinds[draft.kind]),
      ...hungOn(here),
      mentionedIds: stillNamed(draft.text, named).map(({id}) => id),
    })
    setBusy(false)
    setProblems(refused)
    if (!activity) return
    held.release(activity.id)
    setNamed([])
    say(t`${activity.subject} is written down`)
    setDraft(empty(draft.kind))
    setOpen(false)
    field.current?.blur()
    if (activity.status === 'DONE' && (activity.kind === 'CALL' || activity.kind === 'MEETING')) logged(activity)
  }
  const take = (event: {preventDefault: () => void}, files: File[]) => {
    event.preventDefault()
    setOpen(true)
    void held.add(files)
  }
  const hints: Record<ActivityKind, string> = {
    NOTE: t`What is worth knowing?`,
    CALL: t`What was said?`,
    TASK: t`What is to be done?`,
    MEETING: t`What is it about?`,
  }
  return (
    // Files may be dropped on it; the button at its foot does the same by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className="composer"
      aria-label={labels[draft.kind]}
      data-open={open || undefined}
      onDrop={(event) => {
        if (holdsFiles(event.dataTransfer)) take(event, filesIn(event.dataTransfer))
      }}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className="kinds" role="group" aria-label={t`Kind`}>
        {kindsInOrder.map((kind) => {
          const Sign = signs[kind]
          return (
            <button
              key={kind}
              type="button"
              aria-pressed={draft.kind === kind}
              title={`${labels[kind]} (${keys[kind]})`}
              onClick={() => begin(kind)}
            >
              <Sign size={15} stroke={1.75} />
              {kinds[kind]}
            </button>
          )
        })}
      </div>
      <MentionArea
        field={field}
        rows={open ? 2 : 1}
        dir={draft.text ? 'auto' : undefined}
        maxLength={10_000}
        aria-label={hints[draft.kind]}
        placeholder={hints[draft.kind]}
        value={draft.text}
        onFocus={() => setOpen(true)}
        onValue={(text) => setDraft({...draft, text})}
        onMention={(person) => setNamed((was) => [...was, person])}
        onPaste={(event) => {
          if (holdsFiles(event.clipboardData)) take(event, filesIn(event.clipboardData))
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault()
            void save()
          } else if (event.key === 'Escape') {
            event.stopPropagation()
            setOpen(false)
            event.currentTarget.blur()
          }
        }}
      />
      {held.uploads.length ? <Uploads sent={held} /> : null}
      {open ? (
        <>
          <Details draft={draft} setDraft={setDraft} />
          <Refused problems={problems} />
          <div className="foot">
            <span className="quiet hint">
              <Trans>Ctrl Enter saves</Trans>
            </span>
            <div className="grow" />
            <FileButton label={t`Add files`} take={(files) => void held.add(files)} />
            <Button
              variant="subtle"
              color="gray"
              size="compact-md"
              onClick={() => {
                setDraft(empty(draft.kind))
                setOpen(false)
              }}
            >
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit" size="compact-md" loading={busy} disabled={!ready}>
              {draft.kind === 'TASK' || draft.kind === 'MEETING' ? <Trans>Plan</Trans> : <Trans>Save</Trans>}
            </Button>
          </div>
        </>
      ) : null}
    </form>
  )
}
