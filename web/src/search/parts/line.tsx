import {Link} from '@tanstack/react-router'
import type {ReactNode} from 'react'
import {Marked} from '../marked'
import type {Shown} from '../shown'

/** One record that was found, as the link to it. */
export function Line({found, asked, current}: {found: Shown; asked: string; current: boolean}) {
  const {id, name, more, icon, place} = found
  const inside: ReactNode = (
    <>
      {icon}
      <span className="name own" dir="auto">
        <Marked text={name} asked={asked} />
      </span>
      {more ? (
        <span className="more own" dir="auto">
          <Marked text={more} asked={asked} />
        </span>
      ) : null}
    </>
  )
  const here = {id: `line-${id}`, className: 'line', 'data-current': current || undefined}
  return (
    <li>
      {place === undefined ? (
        <span {...here}>{inside}</span>
      ) : 'file' in place ? (
        <a {...here} href={place.file} target="_blank" rel="noopener noreferrer">
          {inside}
        </a>
      ) : (
        <Link {...here} {...place}>
          {inside}
        </Link>
      )}
    </li>
  )
}
