import './item.css'
import {useLingui} from '@lingui/react/macro'
import {IconCheck, IconLock, IconRepeat} from '@tabler/icons-react'
import {Link} from '@tanstack/react-router'
import {useState} from 'react'
import {ActivityFiles, Uploads, useChanged, useUploads} from '../../files'
import type {ActivityRowFragment} from '../../gql/graphql'
import {useGrants} from '../../members'
import {Tag} from '../../ui/tag'
import type {useDeeds} from '../deeds'
import {ActivityEditor} from '../editor_door'
import type {Hanger} from '../records'
import {useCallingOff, useWords} from '../words'
import {ItemTools} from './item_tools'
import {Mentioned} from './mentioned'
import {When} from './when'

type Deeds = ReturnType<typeof useDeeds>

interface Props {
  activity: ActivityRowFragment
  deeds: Deeds
  /** The record on whose page it stands: it need not be named again. */
  here?: Hanger
}

/** One activity: done with one click, put off, taken away; what it is about leads to its page. */
export function ActivityItem({activity, deeds, here}: Props) {
  const {t} = useLingui()
  const {kinds, outcomes, directions} = useWords()
  const off = useCallingOff(activity)
  const [why, setWhy] = useState<string | null>(null)
  const [editing, setEditing] = useState(false)
  const may = useGrants('Activity')
  const {kind, subject, body, status, priority, owner, outcome, direction, location, series} = activity
  const open = status === 'OPEN'
  const act = (deed: Promise<string | null>) => void deed.then(setWhy)
  const sent = useUploads(activity.id)
  useChanged(activity.id, deeds.again)
  const named = activity.mentions.map(({member}) => member)
  const plain = kind === 'NOTE' ? (body ?? subject) : body
  return (
    <div className="activity" data-status={status} data-activity={activity.id}>
      {kind === 'NOTE' ? null : (
        <button
          type="button"
          className="tick"
          role="checkbox"
          aria-checked={status === 'DONE'}
          aria-label={t`Done: ${subject}`}
          disabled={status === 'CANCELLED' || !may.update}
          onClick={() => act(open ? deeds.complete(activity) : deeds.reopen(activity))}
        >
          <IconCheck size={14} stroke={2.5} />
        </button>
      )}
      <div className="said">
        {kind === 'NOTE' ? null : (
          <p className="subject" dir="auto">
            <Mentioned text={subject} people={named} />
          </p>
        )}
        {plain ? (
          <p className="body" dir="auto">
            <Mentioned text={plain} people={named} />
          </p>
        ) : null}
        <div className="about">
          {open ? <When activity={activity} /> : null}
          {priority === 'HIGH' && open ? <Tag tone="warn">{t`High priority`}</Tag> : null}
          {series ? (
            <span className="quiet" title={t`Repeats`}>
              <IconRepeat size={13} />
              <span className="vh">{t`Repeats`}</span>
            </span>
          ) : null}
          {activity.private ? (
            <span className="quiet" title={t`Private`}>
              <IconLock size={13} />
              <span className="vh">{t`Private`}</span>
            </span>
          ) : null}
          {status === 'CANCELLED' ? <Tag>{off.is}</Tag> : null}
          {kind === 'CALL' && direction ? <span>{directions[direction]}</span> : null}
          {outcome ? <Tag tone={outcome === 'CONNECTED' ? 'good' : ''}>{outcomes[outcome]}</Tag> : null}
          {location ? <bdi>{location}</bdi> : null}
          <About activity={activity} here={here} />
          {open && owner && here ? <bdi className="quiet">{owner.name}</bdi> : null}
          {here ? null : <span className="quiet">{kinds[kind]}</span>}
        </div>
        <ActivityFiles files={activity.attachments.nodes} about={may.update ? activity.id : undefined} />
        {sent.uploads.length ? <Uploads sent={sent} /> : null}
        {why ? (
          <p className="inline-why" role="alert">
            {why}
          </p>
        ) : null}
      </div>
      <ItemTools
        activity={activity}
        deeds={deeds}
        act={act}
        take={(files) => void sent.add(files)}
        edit={() => setEditing(true)}
      />
      {editing ? <ActivityEditor begun={{id: activity.id}} close={() => setEditing(false)} done={deeds.again} /> : null}
    </div>
  )
}

/** The records that somebody hung it on, besides the one that is looked at. */
function About({activity: {links}, here}: {activity: ActivityRowFragment; here?: Hanger}) {
  const said = links.filter((link) => {
    const id = (link.deal ?? link.account ?? link.contact ?? link.lead)?.id
    return id !== undefined && id !== here?.id && (!link.derived || !here)
  })
  return said.slice(0, 3).map(({id, deal, account, contact, lead}) => (
    <bdi key={id}>
      {deal ? (
        <Link to="/deals/$id" params={{id: deal.id}}>
          {deal.name}
        </Link>
      ) : account ? (
        <Link to="/accounts/$id" params={{id: account.id}}>
          {account.name}
        </Link>
      ) : contact ? (
        <Link to="/contacts/$id" params={{id: contact.id}}>
          {contact.name}
        </Link>
      ) : lead ? (
        <Link to="/leads/$id" params={{id: lead.id}}>
          {lead.name}
        </Link>
      ) : null}
    </bdi>
  ))
}
