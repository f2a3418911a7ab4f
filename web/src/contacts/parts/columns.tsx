import {useLingui} from '@lingui/react/macro'
import {Link} from '@tanstack/react-router'
import {useMemo} from 'react'
import type {ContactRowFragment} from '../../gql/graphql'
import {Avatar} from '../../ui/avatar'
import {useFormats} from '../../ui/formats'
import {peeking} from '../../ui/peek'
import type {SheetColumn} from '../../ui/sheet_column'

/** What the list shows of a contact. */
export function useContactColumns(peek: (contact: string) => void): SheetColumn<ContactRowFragment>[] {
  const {t} = useLingui()
  const {ago, momentInFull} = useFormats()
  return useMemo(
    () => [
      {
        id: 'name',
        label: t`Name`,
        by: 'name',
        kind: 'keep name',
        cell: ({id, name}, tab) => (
          <Link
            to="/contacts/$id"
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
        second: ({title, email}) => <bdi>{title ?? email ?? ' '}</bdi>,
      },
      {
        id: 'account.name',
        label: t`Account`,
        kind: 'keep',
        width: 190,
        cell: ({account}) =>
          account ? (
            <Link to="/accounts/$id" params={{id: account.id}} preload={false} tabIndex={-1} className="own" dir="auto">
              {account.name}
            </Link>
          ) : null,
      },
      {
        id: 'title',
        label: t`Role`,
        by: 'title',
        kind: 'account',
        width: 160,
        cell: ({title}) =>
          title ? (
            <span className="own" dir="auto">
              {title}
            </span>
          ) : null,
      },
      {
        id: 'email',
        label: t`E-mail`,
        by: 'email',
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
        width: 160,
        kind: 'num closed',
        cell: ({phone}) =>
          phone ? (
            <a className="ltr plain" href={`tel:${phone}`} tabIndex={-1}>
              {phone}
            </a>
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
        kind: 'num spare',
        cell: ({updatedAt}) => <time title={momentInFull(updatedAt)}>{ago(updatedAt)}</time>,
      },
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
    [t, ago, momentInFull, peek],
  )
}
