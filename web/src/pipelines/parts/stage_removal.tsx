import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {useState} from 'react'
import {useClient} from 'urql'
import {
  DeleteStageDocument,
  type PipelineShapeFragment,
  RestoreStageDocument,
  type StageShapeFragment,
} from '../../gql/graphql'
import {Confirm} from '../../ui/confirm'
import {problemsOf} from '../../ui/problems'
import {useSay} from '../../ui/say'
import {Select} from '../../ui/select'
import {useUndo} from '../../ui/undo'

interface Props {
  pipeline: PipelineShapeFragment
  stage: StageShapeFragment
  close: () => void
}

/** Takes a stage away: how many deals stand in it, and where they go, is said before; it can be taken back. */
export default function StageRemoval({pipeline, stage, close}: Props) {
  const {t} = useLingui()
  const client = useClient()
  const say = useSay()
  const {offer} = useUndo()
  const others = pipeline.stages.filter(({id, kind}) => id !== stage.id && kind === stage.kind)
  const [to, setTo] = useState(others[0]?.id ?? '')
  const count = stage.deals.totalCount
  const unanswered = t`The server does not answer. Nothing was changed.`
  const {id, name} = stage
  const back = async () => {
    const [refused] = problemsOf(await client.mutation(RestoreStageDocument, {input: {id}}).toPromise(), unanswered)
    say(refused ? refused.message : t`${name} is back`)
  }
  const run = async () => {
    const input = {id, version: stage.version, moveDealsTo: to || null}
    const refused = problemsOf(await client.mutation(DeleteStageDocument, {input}).toPromise(), unanswered)
    if (refused.length) return refused
    say(t`${name} deleted`)
    const who = <bdi>{name}</bdi>
    offer({said: <Trans>{who} deleted</Trans>, undo: () => void back()})
    return []
  }
  return (
    <Confirm title={t`Delete the stage ${name}?`} act={t`Delete`} danger disabled={!to} run={run} close={close}>
      {others.length ? (
        <>
          <p>
            {count ? (
              <Plural value={count} one="# deal stands in it." other="# deals stand in it." />
            ) : (
              <Trans>No deal that you see stands in it.</Trans>
            )}
          </p>
          <Select label={t`Its deals go to`} value={to} onValue={setTo}>
            {others.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </Select>
        </>
      ) : (
        <p>
          <Trans>A pipeline needs a stage of each kind: add another one like this first.</Trans>
        </p>
      )}
    </Confirm>
  )
}
