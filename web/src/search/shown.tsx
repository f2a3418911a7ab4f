import {
  IconBox,
  IconBuilding,
  IconChecklist,
  IconCoin,
  IconFile,
  IconNote,
  IconPhone,
  IconUser,
  IconUserCircle,
  IconUserPlus,
  IconUsersGroup,
} from '@tabler/icons-react'
import type {useNavigate} from '@tanstack/react-router'
import {type ReactNode, useCallback} from 'react'
import type {HitFragment} from '../gql/graphql'
import {useFormats} from '../ui/formats'

/** Where a record is looked at: its page, or for what has none the page that shows it. */
export type Place =
  | {
      to: '/deals/$id' | '/accounts/$id' | '/contacts/$id' | '/leads/$id'
      params: {id: string}
      search?: {tab: 'timeline'}
    }
  | {to: '/settings/members/$id'; params: {id: string}}
  | {to: '/day'}
  | {file: string}

/** A record in one line. */
export interface Shown {
  id: string
  name: string
  more?: string
  icon: ReactNode
  place?: Place
}

const activitySigns = {TASK: IconChecklist, CALL: IconPhone, MEETING: IconUsersGroup, NOTE: IconNote}

const joined = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' · ') || undefined

/** How records of every kind are shown where they stand among others. */
export function useShown() {
  const {money} = useFormats()
  return useCallback(
    (record: HitFragment): Shown | undefined => {
      const {id} = record
      switch (record.__typename) {
        case 'Deal': {
          const {name, account, stage, amount} = record
          const more = joined(account?.name, stage.name, amount ? money(amount) : null)
          return {id, name, more, icon: <IconCoin size={16} />, place: {to: '/deals/$id', params: {id}}}
        }
        case 'Account': {
          const {name, industry, country, phone} = record
          const more = joined(industry, country, phone)
          return {id, name, more, icon: <IconBuilding size={16} />, place: {to: '/accounts/$id', params: {id}}}
        }
        case 'Contact': {
          const {name, account, title, phone, email} = record
          const more = joined(account?.name, title, phone, email)
          return {id, name, more, icon: <IconUser size={16} />, place: {to: '/contacts/$id', params: {id}}}
        }
        case 'Lead': {
          const {name, company, phone, email} = record
          const more = joined(company, phone, email)
          return {id, name, more, icon: <IconUserPlus size={16} />, place: {to: '/leads/$id', params: {id}}}
        }
        case 'Activity': {
          const Sign = activitySigns[record.kind]
          const {more, place} = hungOn(record.links)
          return {id, name: record.subject, more, icon: <Sign size={16} />, place}
        }
        case 'Attachment':
          return {id, name: record.name, icon: <IconFile size={16} />, place: {file: `/files/${id}`}}
        case 'Product':
          return {id, name: record.name, more: joined(record.code, record.family), icon: <IconBox size={16} />}
        case 'Member': {
          const place: Place = {to: '/settings/members/$id', params: {id}}
          return {id, name: record.name, more: record.address, icon: <IconUserCircle size={16} />, place}
        }
        default:
          return undefined
      }
    },
    [money],
  )
}

type Links = Extract<HitFragment, {__typename: 'Activity'}>['links']

/** An activity is looked at in the timeline of what it hangs on, one that hangs on nothing in its member's day. */
function hungOn(links: Links): {more?: string; place: Place} {
  const [deal, contact, account, lead] = (['deal', 'contact', 'account', 'lead'] as const).map(
    (kind) => links.map((link) => link[kind]).find((one) => one != null) ?? undefined,
  )
  const search = {tab: 'timeline'} as const
  const more = joined(deal?.name, contact?.name, account?.name, lead?.name)
  if (deal) return {more, place: {to: '/deals/$id', params: {id: deal.id}, search}}
  if (contact) return {more, place: {to: '/contacts/$id', params: {id: contact.id}, search}}
  if (account) return {more, place: {to: '/accounts/$id', params: {id: account.id}, search}}
  if (lead) return {more, place: {to: '/leads/$id', params: {id: lead.id}, search}}
  return {place: {to: '/day'}}
}

export function goTo(navigate: ReturnType<typeof useNavigate>, place: Place | undefined) {
  if (!place) return
  if ('file' in place) window.open(place.file, '_blank', 'noopener')
  else void navigate(place)
}
