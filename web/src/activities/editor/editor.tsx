import '../timeline.css'
import './editor.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconMoodEmpty} from '@tabler/icons-react'
import {useId, useState} from 'react'
import {useClient, useQuery} from 'urql'
import {ActivityInFullDocument, UpdateActivityDocument} from '../../gql/graphql'
import {useMe} from '../../members'
import {Dialog} from '../../ui/dialog'
import {Bone, Empty, Failed} from '../../ui/empty'
import {still} from '../../ui/live'
import {type Problem, problemsOf} from '../../ui/problems'
import {Refused} from '../../ui/refused'
import type {Begun} from '../begun'
import {useDeeds} from '../deeds'
import {Acts} from './acts'
import {Fields, shownFields} from './fields'
import {begin, creation, edition, type Form, formOf, type Whole} from './form'
import {missing} from './rule'

interface Props {
  begun: Begun
  close: () => void
  done: () => void
}

/** One activity with all of its fields; a new one, or one that is there. */
export function Editor({begun, close, done}: Props) {
  const {t} = useLingui()
  const {member} = useMe()
  const {id} = begun
  const [{data, error}, ask] = useQuery({
    query: ActivityInFullDocument,
    variables: {id: id ?? ''},
    pause: !id,
    requestPolicy: 'network-only',
    context: still,
  })
  if (!id) return <Sheet form={begin(begun, member)} close={close} done={done} />
  const {activity} = data ?? {}
  if (activity) return <Sheet was={activity} form={formOf(activity)} close={close} done={done} />
  return (
    <Dialog title={t`Activity`} width={640} onClose={close}>
      {error ? <Failed error={error} retry={() => ask({requestPolicy: 'network-only'})} /> : null}
      {data ? (
        <Empty icon={<IconMoodEmpty size={28} stroke={1.5} />} title={t`It is not there any more`} />
      ) : error ? null : (
        <Bone inline="100%" block={240} />
      )}
    </Dialog>
  )
}

interface SheetProps {
  form: Form
  was?: Whole
  close: () => void
  done: () => void
}

function Sheet({form: given, was, close, done}: SheetProps) {
  const {t} = useLingui()
  const id = useId()
  const me = useMe().member.id
  const deeds = useDeeds(done)
  const [first] = useState(given)
  const [form, setForm] = useState(given)
  const [asked, setAsked] = useState(false)
  const {problems, busy, save} = useSaving({form, first, was, done, close})
  const [leaving, setLeaving] = useState(false)
  const dirty = JSON.stringify(form) !== JSON.stringify(first)
  const leave = () => {
    if (dirty && !leaving) setLeaving(true)
    else close()
  }
  const incomplete = missing(form.repeat, form.on)
  return (
    <Dialog
      title={was ? t`Activity` : t`New activity`}
      width={640}
      onClose={leave}
      footer={
        <>
          {was ? <Acts was={was} deeds={deeds} close={close} /> : null}
          <div className="grow" />
          <Button variant="default" size="compact-md" onClick={leave}>
            {leaving ? <Trans>Leave without saving</Trans> : <Trans>Cancel</Trans>}
          </Button>
          <Button type="submit" form={id} size="compact-md" loading={busy}>
            <Trans>Save</Trans>
          </Button>
        </>
      }
    >
      <form
        id={id}
        className="form editor"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setAsked(true)
          if (!incomplete) void save()
        }}
      >
        {leaving ? (
          <p className="note" role="alert">
            <Trans>What you changed is not saved yet.</Trans>
          </p>
        ) : null}
        <Fields
          form={form}
          set={(change) => {
            setLeaving(false)
            setForm((now) => ({...now, ...change}))
          }}
          made={Boolean(was)}
          mayHide={!was || was.private || [was.owner?.id, was.author?.id].includes(me)}
          problems={problems}
          asked={asked ? incomplete : null}
        />
        <Refused problems={problems} fields={shownFields} />
      </form>
    </Dialog>
  )
}

interface Saving {
  form: Form
  first: Form
  was?: Whole
  done: () => void
  close: () => void
}

function useSaving({form, first, was, done, close}: Saving) {
  const {t} = useLingui()
  const client = useClient()
  const {create} = useDeeds(done)
  // What a colleague changes while the editor is open is not written over unasked: the first time it is refused.
  const [seen] = useState(was)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [busy, setBusy] = useState(false)
  const unanswered = t`The server does not answer. Nothing was changed.`
  const change = async (whole: Whole) => {
    const input = edition(form, first, whole)
    const answer = await client.mutation(UpdateActivityDocument, {input}).toPromise()
    return problemsOf(answer, unanswered)
  }
  const save = async () => {
    if (busy) return
    setBusy(true)
    const known = problems.some(({code}) => code === 'CONFLICT') ? was : seen
    const found = known ? await change(known) : (await create(creation(form))).problems
    setBusy(false)
    setProblems(found)
    if (found.length) return
    done()
    close()
  }
  return {problems, busy, save}
}
