import {useLingui} from '@lingui/react/macro'
import {IconBuilding, IconCoin, IconUser} from '@tabler/icons-react'
import type {ReactNode} from 'react'
import {useEffect, useState} from 'react'
import {useQuery} from 'urql'
import {FindDocument} from '../gql/graphql'
import {useFormats} from '../ui/formats'

/** A record that answers to some words; `to` is where its page is. */
export interface Found {
  id: string
  name: string
  more?: string
  icon?: ReactNode
  to: '/deals/$id' | '/accounts/$id' | '/contacts/$id'
}

const WAIT = 120

export function useFound(asked: string) {
  const {t} = useLingui()
  const {money} = useFormats()
  const search = useSettled(asked)
  const [{data, fetching}] = useQuery({query: FindDocument, variables: {search}, pause: search.length < 2})
  const shown = asked.length < 2 ? undefined : data
  const records: {title: string; found: Found[]}[] = [
    {
      title: t`Deals`,
      found: (shown?.deals.nodes ?? []).map((deal) => ({
        id: deal.id,
        name: deal.name,
        more: [deal.account?.name, deal.stage.name, deal.amount ? money(deal.amount) : null]
          .filter(Boolean)
          .join(' · '),
        icon: <IconCoin size={16} />,
        to: '/deals/$id',
      })),
    },
    {
      title: t`Accounts`,
      found: (shown?.accounts.nodes ?? []).map((account) => ({
        id: account.id,
        name: account.name,
        more: account.industry ?? undefined,
        icon: <IconBuilding size={16} />,
        to: '/accounts/$id',
      })),
    },
    {
      title: t`Contacts`,
      found: (shown?.contacts.nodes ?? []).map((contact) => ({
        id: contact.id,
        name: contact.name,
        more: contact.account?.name ?? contact.email ?? undefined,
        icon: <IconUser size={16} />,
        to: '/contacts/$id',
      })),
    },
  ]
  return {records, searching: asked.length >= 2 && (fetching || search !== asked)}
}

/** The text once the typing has paused. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), WAIT)
    return () => {
      clearTimeout(timer)
    }
  }, [text])
  return settled
}
