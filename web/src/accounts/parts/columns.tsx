import {useLingui} from '@lingui/react/macro'
import {Link} from '@tanstack/react-router'
import {useMemo} from 'react'
import type {AccountListQuery} from '../../gql/graphql'
import {Avatar} from '../../ui/avatar'
import {useFormats} from '../../ui/formats'
import {peeking} from '../../ui/peek'
import {Total} from '../../ui/total'
import type {SheetColumn} from '../../ui/sheet'

type Row = AccountListQuery['accounts']['nodes'][number]

/** What the list shows of an account. */
export function useAccountColumns(peek: (account: string) => void): SheetColumn<Row>[] {
  const {t} = useLingui()
  const {number, ago, momentInFull} = useFormats()
  return useMemo(
    () => [
      {
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
      },
      {label: t`Industry`, by: 'industry', width: 150, cell: ({industry}) => <Own text={industry} />},
      {label: t`Country`, by: 'country', width: 130, kind: 'account', cell: ({country}) => <Own text={country} />},
      {
        label: t`Employees`,
        by: 'size',
        downFirst: true,
        width: 110,
        kind: 'num end spare',
        cell: ({size}) => (size == null ? null : number(size)),
      },
      {
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
        label: t`Changed`,
        by: 'updatedAt',
        downFirst: true,
        width: 150,
        kind: 'num closed',
        cell: ({updatedAt}) => <time title={momentInFull(updatedAt)}>{ago(updatedAt)}</time>,
      },
    ],
    [t, number, ago, momentInFull, peek],
  )
}

function Own({text}: {text: string | null | undefined}) {
  return text ? (
    <span className="own" dir="auto" title={text}>
      {text}
    </span>
  ) : null
}
