import './timeline.css'
import {useLingui} from '@lingui/react/macro'
import {IconMapOff} from '@tabler/icons-react'
import {getRouteApi} from '@tanstack/react-router'
import {useCallback} from 'react'
import {useQuery} from 'urql'
import {ActivityDocument} from '../gql/graphql'
import {Bone, Empty, Failed} from '../ui/empty'
import {useFormats} from '../ui/formats'
import {useFresh} from '../ui/fresh'
import {Paper} from '../ui/paper'
import {useDeeds} from './deeds'
import {ActivityItem} from './parts/item'
import {useWords} from './words'

const route = getRouteApi('/activities/$id')

/** One activity alone: where those come who were told of it. */
export function ActivityPage() {
  const {t} = useLingui()
  const {id} = route.useParams()
  const {kinds} = useWords()
  const {moment} = useFormats()
  const [{data, error, fetching}, ask] = useQuery({
    query: ActivityDocument,
    variables: {id},
    requestPolicy: 'cache-and-network',
  })
  const again = useCallback(() => ask({requestPolicy: 'network-only'}), [ask])
  useFresh(again)
  const deeds = useDeeds(again)
  const activity = data?.activity?.id === id ? data.activity : undefined
  const {kind, author} = activity ?? {}
  return (
    <Paper title={kind ? kinds[kind] : t`Activity`}>
      {activity ? (
        <>
          <ul className="planned">
            <li>
              <ActivityItem activity={activity} deeds={deeds} />
            </li>
          </ul>
          <p className="quiet">
            {author ? (
              <>
                <bdi>{author.name}</bdi>
                {' · '}
              </>
            ) : null}
            <time dateTime={activity.createdAt}>{moment(activity.createdAt)}</time>
          </p>
        </>
      ) : error ? (
        <Failed error={error} retry={again} />
      ) : fetching || data === undefined ? (
        <Bone inline="100%" block={90} />
      ) : (
        <Empty icon={<IconMapOff size={32} stroke={1.5} />} title={t`There is nothing here`}>
          {t`The address may be mistyped, or the record is not yours to see.`}
        </Empty>
      )}
    </Paper>
  )
}
