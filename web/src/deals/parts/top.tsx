import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {IconLayoutKanban, IconList, IconPlus} from '@tabler/icons-react'
import {Link, useNavigate} from '@tanstack/react-router'
import {type ReactNode, Suspense, useCallback, useState} from 'react'
import type {DealBoardQuery, TotalFragment} from '../../gql/graphql'
import {useGrants} from '../../members'
import {useActions} from '../../ui/actions'
import {useFormats} from '../../ui/formats'
import {late} from '../../ui/late'
import {ListTop} from '../../ui/list_top'
import {Total, Unrated} from '../../ui/total'
import {SavedTabs, useListing} from '../../views'
import {boardWords, dealList, isFiltered, unfiltered, type View} from '../view'
import {Presets} from './presets'

const Filters = late(() => import('./filters'))
const NewDeal = late(() => import('./new_deal'))

interface Props {
  layout: 'board' | 'list'
  view: View
  count: number | undefined
  shown?: number
  sum?: TotalFragment | null
  pipelines?: DealBoardQuery['pipelines']
  pipeline?: string
  tools?: ReactNode
}

/** What stands above both pages of deals: presets, search and filters, the way over to the other page, a new deal. */
export function DealsTop({layout, view, count, shown, sum, pipelines, pipeline, tools}: Props) {
  const {t} = useLingui()
  const navigate = useNavigate()
  const listing = useListing(dealList, view)
  const [making, setMaking] = useState(false)
  const may = useGrants('Deal')
  const make = () => setMaking(true)
  const ask = useCallback(
    (q: string) => void navigate({to: '.', search: (was) => ({...was, q: q || undefined}), replace: true}),
    [navigate],
  )
  const other = layout === 'board' ? '/deals' : '/deals/board'
  useActions([
    {id: 'new-deal', label: t`New deal`, keys: 'C', icon: <IconPlus size={16} />, able: may.create, run: make},
    {
      id: 'other-layout',
      label: layout === 'board' ? t`Show as a list` : t`Show as a board`,
      keys: 'V',
      icon: layout === 'board' ? <IconList size={16} className="mirror" /> : <IconLayoutKanban size={16} />,
      run: () => void navigate({to: other, search: view}),
    },
  ])
  return (
    <>
      <ListTop
        title={t`Deals`}
        tally={<Tally count={count} shown={shown} />}
        sum={
          sum ? (
            <>
              <Total of={sum} /> <Unrated of={sum} />
            </>
          ) : undefined
        }
        layouts={
          <div className="switch" role="group" aria-label={t`Layout`}>
            <Link to="/deals/board" search={view} aria-label={t`Board`} activeOptions={here}>
              <IconLayoutKanban size={16} />
            </Link>
            <Link to="/deals" search={view} aria-label={t`List`} activeOptions={here}>
              <IconList size={16} className="mirror" />
            </Link>
          </div>
        }
        add={may.create ? {label: t`New deal`, run: make} : undefined}
        presets={
          <>
            <Presets layout={layout} view={view} />
            <Suspense>
              <SavedTabs listing={listing} known={layout === 'board' ? boardWords : undefined} />
            </Suspense>
          </>
        }
        tools={tools}
        find={{label: t`Search these deals`, asked: view.q ?? '', ask}}
        filters={<Filters layout={layout} view={view} pipelines={pipelines} pipeline={pipeline} />}
        clear={isFiltered(view) ? () => void navigate({to: '.', search: unfiltered(view)}) : undefined}
      />
      <Suspense>
        {making ? (
          <NewDeal
            hints={{stage: view.stage}}
            close={() => setMaking(false)}
            made={(deal) => void navigate({to: '.', search: (was) => ({...was, deal})})}
          />
        ) : null}
      </Suspense>
    </>
  )
}

/** How many there are, and on a list how many of them have been read so far. */
function Tally({count, shown}: {count: number | undefined; shown: number | undefined}) {
  const {number} = useFormats()
  const read = number(shown ?? 0)
  if (count === undefined) return null
  if (shown === undefined || shown >= count) return <Plural value={count} one="# deal" other="# deals" />
  return (
    <Trans>
      {read} of <Plural value={count} one="# deal" other="# deals" />
    </Trans>
  )
}

const here = {exact: true, includeSearch: false}
