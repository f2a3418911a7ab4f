import {useLingui} from '@lingui/react/macro'
import {Link} from '@tanstack/react-router'
import type {KeyboardEvent} from 'react'
import {contract, type Described} from '../contract'

/** All types by their sort; the arrows walk through them. */
export function TypeList({shown}: {shown: string | undefined}) {
  const {t} = useLingui()
  const isRoot = ({name}: Described) => ['Query', 'Mutation', 'Subscription'].includes(name)
  const of = (...sorts: Described['sort'][]) => contract.filter((one) => !isRoot(one) && sorts.includes(one.sort))
  const groups = [
    {title: t`Operations`, types: contract.filter(isRoot)},
    {title: t`Types`, types: of('object', 'interface', 'union')},
    {title: t`Inputs`, types: of('input')},
    {title: t`Enums and scalars`, types: of('enum', 'scalar')},
  ]
  return (
    <nav className="reference-list" aria-label={t`Types`}>
      {groups.map(({title, types}) => (
        <details key={title} open={types.some(({name}) => name === shown) || types.length < 5 || undefined}>
          <summary>{title}</summary>
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the links inside have the focus */}
          <ul onKeyDown={step}>
            {types.map(({name}) => (
              <li key={name}>
                <Link to="/settings/reference" search={{type: name}} aria-current={name === shown ? 'page' : undefined}>
                  <code dir="ltr">{name}</code>
                </Link>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </nav>
  )
}

export function step(event: KeyboardEvent<HTMLElement>) {
  const by = {ArrowDown: 1, ArrowUp: -1}[event.code]
  if (!by) return
  event.preventDefault()
  const links = [...event.currentTarget.querySelectorAll('a')]
  links[links.indexOf(document.activeElement as HTMLAnchorElement) + by]?.focus()
}
