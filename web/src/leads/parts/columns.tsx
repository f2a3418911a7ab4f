import {useLingui} from '@lingui/react/macro'
import {Link} from '@tanstack/react-router'
import {useMemo} from 'react'
import {useChannels} from '../../attribution'
import type {LeadRowFragment} from '../../gql/graphql'
import {Avatar} from '../../ui/avatar'
import {useFormats} from '../../ui/formats'
import {peeking} from '../../ui/peek'
import type {SheetColumn} from '../../ui/sheet_column'
import {Here} from './here'
import {Ripe, Score, Status} from './standing'
import {Waiting} from './waiting'

type Listed = LeadRowFragment & {presence: {path: string} | null}

/** What the list shows of a lead. */
export function useLeadColumns(peek: (lead: string) => void): SheetColumn<Listed>[] {
  const {t} = useLingui()
  const {ago, momentInFull} = useFormats()
  const more = useMore()
  return useMemo(
    () => [
      {
        id: 'name',
        label: t`Name`,
        by: 'name',
        kind: 'keep name',
        cell: ({id, name, presence}, tab) => (
          <Link
            to="/leads/$id"
            params={{id}}
            preload={false}
            tabIndex={tab}
            title={name}
            className="own"
            dir="auto"
            onClick={peeking(() => peek(id))}
          >
            {presence ? <Here path={presence.path} /> : null}
            {name}
          </Link>
        ),
        second: ({company, email, phone}) => <bdi>{company ?? email ?? phone ?? ' '}</bdi>,
      },
      {
        id: 'waiting',
        own: true,
        label: t`Answer`,
        width: 172,
        kind: 'keep',
        cell: (lead) => <Waiting lead={lead} />,
      },
      {
        id: 'company',
        label: t`Company`,
        by: 'company',
        width: 150,
        kind: 'account',
        cell: ({company}) => <Own text={company} />,
      },
      {id: 'status', label: t`Status`, by: 'status', width: 108, cell: ({status}) => <Status status={status} />},
      {
        id: 'score',
        label: t`Score`,
        by: 'score',
        downFirst: true,
        width: 104,
        kind: 'spare',
        cell: ({score}) => <Score value={score} />,
      },
      {
        id: 'ripeAt',
        label: t`Ripe`,
        by: 'ripeAt',
        downFirst: true,
        width: 92,
        kind: 'spare',
        cell: ({ripeAt}) => (ripeAt ? <Ripe at={ripeAt} /> : null),
      },
      {
        id: 'source.name',
        label: t`Source`,
        width: 130,
        kind: 'closed',
        cell: ({source}) => <Own text={source?.name} />,
      },
      {
        id: 'owner.name',
        label: t`Owner`,
        width: 144,
        kind: 'owner',
        cell: ({owner}) =>
          owner ? (
            <span className="person">
              <Avatar name={owner.name} plain />
              <bdi className="clip">{owner.name}</bdi>
            </span>
          ) : (
            <span className="quiet">{t`Nobody yet`}</span>
          ),
      },
      {
        id: 'receivedAt',
        label: t`Came in`,
        by: 'receivedAt',
        downFirst: true,
        width: 152,
        kind: 'num closed',
        cell: ({receivedAt}) => <time title={momentInFull(receivedAt)}>{ago(receivedAt)}</time>,
      },
      ...more,
    ],
    [t, ago, momentInFull, peek, more],
  )
}

/** What is shown when somebody asks for it. */
function useMore(): SheetColumn<Listed>[] {
  const {t} = useLingui()
  const channels = useChannels()
  return useMemo(
    () => [
      {id: 'title', label: t`Role`, extra: true, width: 150, cell: ({title}) => <Own text={title} />},
      {
        id: 'email',
        label: t`E-mail`,
        extra: true,
        cell: ({email}) =>
          email ? (
            <a className="ltr plain" href={`mailto:${email}`} tabIndex={-1}>
              {email}
            </a>
          ) : null,
      },
      {
        id: 'phone',
        label: t`Phone`,
        extra: true,
        width: 160,
        kind: 'num',
        cell: ({phone}) =>
          phone ? (
            <a className="ltr plain" href={`tel:${phone}`} tabIndex={-1}>
              {phone}
            </a>
          ) : null,
      },
      {id: 'country', label: t`Country`, extra: true, width: 130, cell: ({country}) => <Own text={country} />},
      {
        id: 'channel',
        label: t`Channel`,
        extra: true,
        width: 150,
        cell: ({channel}) => (channel ? channels[channel] : null),
      },
      {
        id: 'product.name',
        label: t`Product`,
        extra: true,
        width: 150,
        cell: ({product}) => <Own text={product?.name} />,
      },
    ],
    [t, channels],
  )
}

function Own({text}: {text: string | null | undefined}) {
  return text ? (
    <span className="own" dir="auto" title={text}>
      {text}
    </span>
  ) : null
}
