import {useLingui} from '@lingui/react/macro'
import {Link} from '@tanstack/react-router'
import {useMemo} from 'react'
import type {ContactRowFragment} from '../../gql/graphql'
import {Avatar} from '../../ui/avatar'
import {useFormats} from '../../ui/formats'
import {peeking} from '../../ui/peek'
import type {SheetColumn} from '../../ui/sheet'

/** What the list shows of a contact. */
export function useContactColumns(peek: (contact: string) => void): SheetColumn<ContactRowFragment>[] {
  const {t} = useLingui()
  const {ago, momentInFull} = useFormats()
  return useMemo(
    () => [
      {
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
      },
      {
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
        kind: 'num spare',
        cell: ({updatedAt}) => <time title={momentInFull(updatedAt)}>{ago(updatedAt)}</time>,
      },
    ],
    [t, ago, momentInFull, peek],
  )
}
