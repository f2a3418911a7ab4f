import './hierarchy.css'
import {useLingui} from '@lingui/react/macro'
import {Link} from '@tanstack/react-router'
import type {CSSProperties} from 'react'
import type {AccountAroundQuery} from '../../gql/graphql'
import {Part} from '../../ui/part'
import {Total} from '../../ui/total'

type Around = NonNullable<AccountAroundQuery['account']>

/** The companies above this one and below it, with what is open with those below. */
export function Hierarchy({account, name}: {account: Around; name: string}) {
  const {t} = useLingui()
  const above = lineOf(account.parent)
  const {nodes, totalCount} = account.children
  if (!above.length && !totalCount) return null
  return (
    <Part title={t`Company tree`} count={totalCount || undefined}>
      <ul className="company-tree">
        {above.map((one, depth) => (
          <li key={one.id} style={{'--depth': depth} as CSSProperties}>
            <Link to="/accounts/$id" params={{id: one.id}} className="own" dir="auto">
              {one.name}
            </Link>
          </li>
        ))}
        <li aria-current="true" style={{'--depth': above.length} as CSSProperties}>
          <strong className="own" dir="auto">
            {name}
          </strong>
        </li>
        {nodes.map((one) => (
          <li key={one.id} style={{'--depth': above.length + 1} as CSSProperties}>
            <Link to="/accounts/$id" params={{id: one.id}} className="own" dir="auto">
              {one.name}
            </Link>
            {one.openDeals.totalCount ? (
              <span className="num quiet">
                <Total of={one.openDeals.convertedAmount} />
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </Part>
  )
}

interface Above {
  id: string
  name: string
  parent?: Above | null
}

/** From the top down to the nearest above. */
function lineOf(nearest: Above | null | undefined): Above[] {
  return nearest ? [...lineOf(nearest.parent), nearest] : []
}
