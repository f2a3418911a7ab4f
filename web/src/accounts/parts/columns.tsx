import {useLingui} from '@lingui/react/macro'
import {Link} from '@tanstack/react-router'
import {useMemo} from 'react'
import type {AccountListQuery} from '../../gql/graphql'
import {Avatar} from '../../ui/avatar'
import {useFormats} from '../../ui/formats'
import {peeking} from '../../ui/peek'
import {Total} from '../../ui/total'
import type {SheetColumn} from '../../ui/sheet_column'

type Row = AccountListQuery['accounts']['nodes'][number]

/** What the list shows of an account. */
export function useAccountColumns(peek: (account: string) => void): SheetColumn<Row>[] {
  const {t} = useLingui()
  const {number, ago, momentInFull} = useFormats()
  const more = useMore()
  return useMemo(
    () => [
      {
        id: 'name',
        label: t`Name`,
        by: 'name',
        kind: 'keep name',
        cell: ({id, name}, tab) => (
          <Link
            to="/accounts/$id"
            params={{id}}
            preload={false}
            tabIndex={tab}
            title={name}
            className="own"
            dir="auto"
            onClick={peeking(() => peek(id))}
          >
            {name}
          </Link>
        ),
        second: ({industry, country}) => <bdi>{[industry, country].filter(Boolean).join(' · ') || ' '}</bdi>,
      },
      {id: 'industry', label: t`Industry`, by: 'industry', width: 150, cell: ({industry}) => <Own text={industry} />},
      {
        id: 'country',
        label: t`Country`,
        by: 'country',
        width: 130,
        kind: 'account',
        cell: ({country}) => <Own text={country} />,
      },
      {
        id: 'size',
        label: t`Employees`,
        by: 'size',
        downFirst: true,
        width: 110,
        kind: 'num end spare',
        cell: ({size}) => (size == null ? null : number(size)),
      },
      {
        id: 'openDeals',
        own: true,
        label: t`Open deals`,
        width: 150,
        kind: 'num end keep',
        cell: ({openDeals: {totalCount, convertedAmount}}) =>
          totalCount ? (
            <>
              <span className="quiet">{number(totalCount)} · </span>
              <Total of={convertedAmount} />
            </>
          ) : null,
      },
      {
        id: 'owner.name',
        label: t`Owner`,
        width: 168,
        kind: 'owner',
        cell: ({owner}) =>
          owner ? (
            <span className="person">
              <Avatar name={owner.name} plain />
              <bdi className="clip">{owner.name}</bdi>
            </span>
          ) : null,
      },
      {
        id: 'updatedAt',
        label: t`Changed`,
        by: 'updatedAt',
        downFirst: true,
        width: 150,
        kind: 'num closed',
        cell: ({updatedAt}) => <time title={momentInFull(updatedAt)}>{ago(updatedAt)}</time>,
      },
      ...more,
    ],
    [t, number, ago, momentInFull, peek, more],
  )
}

/** What is shown when somebody asks for it. */
function useMore(): SheetColumn<Row>[] {
  const {t} = useLingui()
  const {money, ago, momentInFull} = useFormats()
  return useMemo(
    () => [
      {
        id: 'website',
        label: t`Website`,
        extra: true,
        width: 180,
        cell: ({website}) => <span className="ltr">{website}</span>,
      },
      {id: 'phone', label: t`Phone`, extra: true, width: 150, cell: ({phone}) => <span className="ltr">{phone}</span>},
      {
        id: 'revenue',
        label: t`Revenue`,
        by: 'revenue',
        downFirst: true,
        extra: true,
        width: 130,
        kind: 'num end',
        cell: ({revenue}) => (revenue ? <bdi>{money(revenue)}</bdi> : null),
      },
      {
        id: 'foundedYear',
        label: t`Founded`,
        by: 'foundedYear',
        extra: true,
        width: 100,
        kind: 'num',
        cell: ({foundedYear}) => foundedYear,
      },
      {id: 'parent.name', label: t`Part of`, extra: true, width: 170, cell: ({parent}) => <Own text={parent?.name} />},
      {
        id: 'createdAt',
        label: t`Created`,
        by: 'createdAt',
        downFirst: true,
        extra: true,
        width: 150,
        kind: 'num',
        cell: ({createdAt}) => <time title={momentInFull(createdAt)}>{ago(createdAt)}</time>,
      },
    ],
    [t, money, ago, momentInFull],
  )
}

function Own({text}: {text: string | null | undefined}) {
  return text ? (
    <span className="own" dir="auto" title={text}>
      {text}
    </span>
  ) : null
}
