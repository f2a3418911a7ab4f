import {Trans} from '@lingui/react/macro'
import {Link} from '@tanstack/react-router'
import {type ComponentProps, useState} from 'react'
import type {HitFragment} from '../gql/graphql'
import {Field} from '../ui/field'
import {useFound} from './found'

const DIGITS = 7

/**
 * The e-mail address or the phone number of somebody new. Once the field is left it says who is here already by exactly
 * that; it keeps nobody from going on.
 */
export function ReachField(field: ComponentProps<typeof Field>) {
  const [left, setLeft] = useState('')
  const asked = left === field.value && isWhole(left) ? left : ''
  const {groups, meant, searching} = useFound(asked, {kinds: ['CONTACT', 'LEAD'], first: 3})
  const hits = meant || searching ? [] : groups.flatMap((group) => group.hits)
  const exact = hits.flatMap(({match, record}) => (match === 'EXACT' && record ? [record] : []))
  return (
    <Field
      {...field}
      onBlur={() => setLeft(field.value)}
      noted={exact.map((record) => (
        <Known key={record.id} record={record} />
      ))}
    />
  )
}

/** In a page of its own: what was typed here is not lost by a look. */
function Known({record}: {record: HitFragment}) {
  if (record.__typename !== 'Contact' && record.__typename !== 'Lead') return null
  const {id, name} = record
  const contact = record.__typename === 'Contact'
  const who = (
    <Link to={contact ? '/contacts/$id' : '/leads/$id'} params={{id}} target="_blank" preload={false}>
      <bdi>{name}</bdi>
    </Link>
  )
  return (
    <p>{contact ? <Trans>Already here, as a contact: {who}</Trans> : <Trans>Already here, as a lead: {who}</Trans>}</p>
  )
}

/** Of a part nothing can be found by exactly that. */
const isWhole = (text: string) => text.includes('@') || text.replace(/\D/g, '').length >= DIGITS
