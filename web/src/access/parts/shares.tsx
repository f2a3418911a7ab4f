import {Trans, useLingui} from '@lingui/react/macro'
import {ActionIcon, Button} from '@mantine/core'
import {IconUsersGroup, IconX} from '@tabler/icons-react'
import {useState} from 'react'
import {useClient, useQuery} from 'urql'
import {
  type OneShareFragment,
  ShareRecordDocument,
  type ShareLevel,
  SharesDocument,
  UnshareRecordDocument,
} from '../../gql/graphql'
import {usePeople} from '../../members'
import {Avatar} from '../../ui/avatar'
import {Chooser} from '../../ui/chooser'
import {Failed} from '../../ui/empty'
import {useFormats} from '../../ui/formats'
import {type Problem, problemsOf} from '../../ui/problems'
import {Refused} from '../../ui/refused'
import {Said} from '../../ui/said'
import {useSay} from '../../ui/say'

type Other = {memberId: string} | {teamId: string}

const otherOf = ({member, team}: OneShareFragment): Other => (member ? {memberId: member.id} : {teamId: team?.id ?? ''})

/** With whom a record is shared besides; where one may, one more, another level, none any more. */
export function Shares({id, may}: {id: string; may: boolean}) {
  const {t} = useLingui()
  const say = useSay()
  const client = useClient()
  const [{data, error}, again] = useQuery({query: SharesDocument, variables: {id}, requestPolicy: 'cache-and-network'})
  const [problems, setProblems] = useState<Problem[]>([])
  const unanswered = t`The server does not answer. Nothing was changed.`
  const done = (refused: Problem[], said: string) => {
    setProblems(refused)
    if (!refused.length) say(said)
    return refused.length === 0
  }
  const share = async (other: Other, level: ShareLevel) => {
    const answer = await client.mutation(ShareRecordDocument, {input: {recordId: id, level, ...other}}).toPromise()
    return done(problemsOf(answer, unanswered), t`Shared`)
  }
  const stop = async (other: Other) => {
    const answer = await client.mutation(UnshareRecordDocument, {input: {recordId: id, ...other}}).toPromise()
    done(problemsOf(answer, unanswered), t`Not shared any more`)
  }
  const shares = data?.sharesOf ?? []
  return (
    <section>
      {may ? <ShareForm taken={shares} share={share} /> : null}
      <Refused problems={problems} />
      {error && !data ? <Failed error={error} retry={() => again({requestPolicy: 'network-only'})} /> : null}
      {shares.length ? (
        <ul className="shares" aria-label={t`Shared with`}>
          {shares.map((one) => (
            <Row
              key={one.id}
              share={one}
              may={may}
              change={(level) => void share(otherOf(one), level)}
              stop={() => void stop(otherOf(one))}
            />
          ))}
        </ul>
      ) : null}
    </section>
  )
}

interface FormProps {
  taken: readonly OneShareFragment[]
  share: (other: Other, level: ShareLevel) => Promise<boolean>
}

function ShareForm({taken, share}: FormProps) {
  const {t} = useLingui()
  const {people, teams} = usePeople()
  const [chosen, setChosen] = useState<string>()
  const [level, setLevel] = useState<ShareLevel>('READ')
  const [busy, setBusy] = useState(false)
  const known = new Set(taken.map(({member, team}) => member?.id ?? team?.id))
  const choices = [
    ...teams.map(({id, name}) => ({value: id, label: name, more: t`team`, icon: <IconUsersGroup size={16} />})),
    ...people
      .filter(({status}) => status === 'ACTIVE' || status === 'INVITED')
      .map(({id, name}) => ({value: id, label: name, icon: <Avatar name={name} size={20} plain />})),
  ].filter(({value}) => !known.has(value))
  const go = async () => {
    if (!chosen) return
    setBusy(true)
    const team = teams.some(({id}) => id === chosen)
    const went = await share(team ? {teamId: chosen} : {memberId: chosen}, level)
    setBusy(false)
    if (went) setChosen(undefined)
  }
  return (
    <div className="share-form">
      <div className="field">
        <div className="pick">
          <Chooser label={t`Share with a person or a team`} choices={choices} value={chosen} onChange={setChosen} />
        </div>
      </div>
      <Level value={level} label={t`What they may do`} change={setLevel} />
      <Button size="compact-md" disabled={!chosen} loading={busy} onClick={() => void go()}>
        <Trans>Share</Trans>
      </Button>
    </div>
  )
}

interface RowProps {
  share: OneShareFragment
  may: boolean
  change: (level: ShareLevel) => void
  stop: () => void
}

function Row({share: {member, team, by, level, createdAt}, may, change, stop}: RowProps) {
  const {t} = useLingui()
  const {ago, momentInFull} = useFormats()
  const name = member?.name ?? team?.name ?? ''
  return (
    <li>
      {member ? <Avatar name={name} size={28} plain /> : <IconUsersGroup size={20} stroke={1.5} />}
      <div className="told">
        <bdi>{name}</bdi>
        <span className="quiet" title={momentInFull(createdAt)}>
          {by ? (
            <Trans>
              by <Said text={by.name} />, {ago(createdAt)}
            </Trans>
          ) : (
            ago(createdAt)
          )}
        </span>
      </div>
      {may ? (
        <>
          <Level value={level} label={t`What ${name} may do`} change={change} />
          <ActionIcon variant="subtle" color="gray" aria-label={t`Stop sharing with ${name}`} onClick={stop}>
            <IconX size={16} />
          </ActionIcon>
        </>
      ) : (
        <span className="quiet">{level === 'EDIT' ? t`may edit` : t`may read`}</span>
      )}
    </li>
  )
}

function Level({value, label, change}: {value: ShareLevel; label: string; change: (level: ShareLevel) => void}) {
  const {t} = useLingui()
  return (
    <select
      className="level"
      aria-label={label}
      value={value}
      onChange={(event) => change(event.target.value as ShareLevel)}
    >
      <option value="READ">{t`may read`}</option>
      <option value="EDIT">{t`may edit`}</option>
    </select>
  )
}
