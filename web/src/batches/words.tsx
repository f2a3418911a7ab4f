import {Plural} from '@lingui/react/macro'

/** So many records of a kind. */
export function Many({object, count}: {object: string; count: number}) {
  if (object === 'Deal') return <Plural value={count} one="# deal" two="# deals" other="# deals" />
  if (object === 'Account') return <Plural value={count} one="# account" two="# accounts" other="# accounts" />
  if (object === 'Contact') return <Plural value={count} one="# contact" two="# contacts" other="# contacts" />
  if (object === 'Lead') return <Plural value={count} one="# lead" two="# leads" other="# leads" />
  return <Plural value={count} one="# record" two="# records" other="# records" />
}
