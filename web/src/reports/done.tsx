import './home.css'
import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconChecklist} from '@tabler/icons-react'
import {getRouteApi, Link} from '@tanstack/react-router'
import {useMemo} from 'react'
import {useQuery} from 'urql'
import {DoneActivitiesDocument, type DoneActivitiesQuery, DoneCountDocument} from '../gql/graphql'
import {Empty, Failed} from '../ui/empty'
import {useFormats} from '../ui/formats'
import {usePages} from '../ui/pages'
import {doneFilter} from './done_view'
import {useKinds} from './kinds'
import {RowsToCome} from './parts/stalled'

type One = DoneActivitiesQuery['activities']['nodes'][number]

const route = getRouteApi('/activities/done')
const PAGE = 50

/** The activities behind a number, the latest first, each with the record that it hangs on. */
export function Done() {
  const {t} = useLingui()
  const view = route.useSearch()
  const filter = useMemo(() => doneFilter(view), [view])
  const [{data}] = useQuery({query: DoneCountDocument, variables: {filter}})
  const pages = usePages({
    document: DoneActivitiesDocument,
    variables: {filter, first: PAGE},
    pick: (told) => told.activities,
    fresh: true,
  })
  const count = data?.activities.totalCount
  return (
    <div className="home">
      <header className="top">
        <h1>{t`Activities done`}</h1>
        <p className="tally num" role="status" data-testid="tally">
          {count === undefined ? null : <Plural value={count} one="# activity" other="# activities" />}
        </p>
      </header>
      <div className="home-body">
        <div className="done">
          {pages.error ? <Failed error={pages.error} retry={pages.retry} /> : null}
          {pages.loaded || pages.error ? null : <RowsToCome />}
          {pages.loaded && !pages.nodes.length ? (
            <Empty icon={<IconChecklist size={28} stroke={1.5} />} title={t`Nothing was done`}>
              <Trans>Nobody did anything of this kind in these days, as far as your role shows.</Trans>
            </Empty>
          ) : null}
          {pages.nodes.length ? (
            <ul className="stalled">
              {pages.nodes.map((one) => (
                <Row key={one.id} one={one} />
              ))}
            </ul>
          ) : null}
          {pages.hasMore ? (
            <Button variant="subtle" size="compact-md" onClick={pages.more}>
              <Trans>Show more</Trans>
            </Button>
          ) : null}
        </div>
      </div>
    </div>
  )
}

function Row({one}: {one: One}) {
  const {moment} = useFormats()
  const kinds = useKinds()
  const link = one.links.find(({derived}) => !derived) ?? one.links[0]
  return (
    <li>
      <div>
        <span className="own" dir="auto">
          {one.subject}
        </span>
        <small>
          {kinds[one.kind]}
          {one.owner ? (
            <>
              {' · '}
              <bdi>{one.owner.name}</bdi>
            </>
          ) : null}
        </small>
      </div>
      <span className="clip">
        {link?.deal ? (
          <Link to="/deals/$id" params={{id: link.deal.id}}>
            <bdi>{link.deal.name}</bdi>
          </Link>
        ) : link?.account ? (
          <Link to="/accounts/$id" params={{id: link.account.id}}>
            <bdi>{link.account.name}</bdi>
          </Link>
        ) : link?.contact ? (
          <Link to="/contacts/$id" params={{id: link.contact.id}}>
            <bdi>{link.contact.name}</bdi>
          </Link>
        ) : null}
      </span>
      <span className="num worth">{moment(one.at)}</span>
    </li>
  )
}
