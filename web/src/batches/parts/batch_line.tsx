import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {ActionIcon, Button} from '@mantine/core'
import {IconX} from '@tabler/icons-react'
import {Suspense, useEffect, useState} from 'react'
import {useClient} from 'urql'
import {BatchProgressDocument, type OneBatchFragment, UndoBatchDocument} from '../../gql/graphql'
import {useFormats} from '../../ui/formats'
import {late} from '../../ui/late'
import {problemsOf} from '../../ui/problems'
import {useSay} from '../../ui/say'
import {drop} from '../dropped'
import {usePolled} from '../polling'
import {Many} from '../words'

const Left = late(() => import('./left'))

interface Props {
  id: string
  forget: () => void
  /** Records were changed. */
  changed: () => void
}

const isDone = ({status}: OneBatchFragment) => status === 'DONE' || status === 'UNDONE'

/** One change of many records: how far it is, what became of it, and the way back. */
export function BatchLine({id, forget, changed}: Props) {
  const {t} = useLingui()
  const say = useSay()
  const client = useClient()
  const {node, again} = usePolled(BatchProgressDocument, id, (data) => data.batch, isDone)
  const [trouble, setTrouble] = useState('')
  const [listing, setListing] = useState(false)
  const status = node?.status
  useEffect(() => {
    if (status !== 'DONE' && status !== 'UNDONE') return
    changed()
    say(status === 'DONE' ? t`The change of many records is done.` : t`The change of many records is taken back.`)
  }, [status, changed, say, t])
  const undo = async () => {
    const answer = await client.mutation(UndoBatchDocument, {input: {id}}).toPromise()
    const [problem] = problemsOf(answer, t`The server does not answer. Nothing was changed.`)
    setTrouble(problem?.message ?? '')
    if (!problem) again()
  }
  if (!node) return <Track label={t`Changing records`} done={0} total={0} />
  const left = node.refused + node.kept
  return (
    <>
      <div className="told">
        <span>
          <strong>
            <Told batch={node} />
          </strong>
          {node.refused ? (
            <>
              {' '}
              <Plural value={node.refused} one="# was refused." two="# were refused." other="# were refused." />
            </>
          ) : null}
          {node.kept ? (
            <>
              {' '}
              <Plural
                value={node.kept}
                one="# was changed since, and stays."
                two="# were changed since, and stay."
                other="# were changed since, and stay."
              />
            </>
          ) : null}
        </span>
        {isDone(node) ? (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t`Close`}
            onClick={() => {
              drop(id)
              forget()
            }}
          >
            <IconX size={14} />
          </ActionIcon>
        ) : null}
      </div>
      {isDone(node) ? null : <Track label={t`Changing records`} done={node.done} total={node.total} />}
      {trouble ? <p className="trouble">{trouble}</p> : null}
      {isDone(node) && (node.status === 'DONE' || left) ? (
        <div className="do">
          {node.status === 'DONE' && node.done > node.refused ? (
            <Button variant="default" size="compact-md" onClick={() => void undo()}>
              <Trans>Undo</Trans>
            </Button>
          ) : null}
          {left ? (
            <Button variant="subtle" size="compact-md" onClick={() => setListing(true)}>
              <Trans>Which ones?</Trans>
            </Button>
          ) : null}
        </div>
      ) : null}
      <Suspense>{listing ? <Left batch={node} close={() => setListing(false)} /> : null}</Suspense>
    </>
  )
}

function Told({batch}: {batch: OneBatchFragment}) {
  const {object, status, total, done, refused, kept} = batch
  const what = (count: number) => <Many object={object} count={count} />
  if (status === 'WAITING' || status === 'RUNNING') return <Trans>Changing {what(total)}…</Trans>
  if (status === 'UNDOING') return <Trans>Taking back {what(total)}…</Trans>
  if (status === 'DONE') return <Trans>Done: {what(done - refused)}</Trans>
  return <Trans>Taken back: {what(Math.max(0, done - kept))}</Trans>
}

export function Track({label, done, total}: {label: string; done: number; total: number}) {
  const {number} = useFormats()
  const share = total > 0 ? Math.min(100, Math.round((done / total) * 100)) : 0
  return (
    <>
      <div
        className="track"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share}
      >
        <div style={{inlineSize: `${share}%`}} />
      </div>
      {total ? (
        <span className="num quiet">
          <Trans>
            {number(Math.min(done, total))} of {number(total)}
          </Trans>
        </span>
      ) : null}
    </>
  )
}
