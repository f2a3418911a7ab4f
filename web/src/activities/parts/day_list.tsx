import '../timeline.css'
import {Trans} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {useState} from 'react'
import {useClient} from 'urql'
import {type ActivityRowFragment, type DayListFragment, type DayPart, DayPartPageDocument} from '../../gql/graphql'
import {Part} from '../../ui/part'
import type {useDeeds} from '../deeds'
import {ActivityItem} from './item'

interface Props {
  part: DayPart
  title: string
  page: DayListFragment
  deeds: ReturnType<typeof useDeeds>
}

/** One part of a day, and the rest of it when it is long. */
export function DayList({part, title, page, deeds}: Props) {
  const client = useClient()
  const [rest, setRest] = useState<{from: string; pages: DayListFragment[]} | null>(null)
  const [busy, setBusy] = useState(false)
  const from = page.endCursor ?? ''
  const pages = [page, ...(rest?.from === from ? rest.pages : [])]
  const last = pages[pages.length - 1] ?? page
  const seen = new Set<string>()
  const activities: ActivityRowFragment[] = pages
    .flatMap((one) => one.activities)
    .filter(({id}) => !seen.has(id) && seen.add(id))
  const more = async () => {
    setBusy(true)
    const variables = {part, first: 50, after: last.endCursor}
    const {data} = await client.query(DayPartPageDocument, variables, {requestPolicy: 'network-only'}).toPromise()
    const next = data?.dayPart
    setBusy(false)
    if (next) setRest({from, pages: [...pages.slice(1), next]})
  }
  return (
    <div data-part={part}>
      <Part title={title} count={page.count}>
        <ul className="planned">
          {activities.map((activity) => (
            <li key={activity.id} data-done={activity.status !== 'OPEN' || undefined}>
              <ActivityItem activity={activity} deeds={deeds} />
            </li>
          ))}
        </ul>
        {last.hasNextPage ? (
          <Button variant="subtle" size="compact-md" mt={8} loading={busy} onClick={() => void more()}>
            <Trans>Show more</Trans>
          </Button>
        ) : null}
      </Part>
    </div>
  )
}
