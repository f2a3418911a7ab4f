import {Trans, useLingui} from '@lingui/react/macro'
import {Link} from '@tanstack/react-router'
import {useQuery} from 'urql'
import {LeftByBatchDocument, type OneBatchFragment} from '../../gql/graphql'
import {Dialog} from '../../ui/dialog'
import {Bone, Failed} from '../../ui/empty'

const pages = {Deal: '/deals/$id', Account: '/accounts/$id', Contact: '/contacts/$id'} as const

/** The records that a change of many has left as they were, and why. */
export default function Left({batch, close}: {batch: OneBatchFragment; close: () => void}) {
  const {t} = useLingui()
  const [{data, error}, again] = useQuery({
    query: LeftByBatchDocument,
    variables: {id: batch.id},
    requestPolicy: 'network-only',
  })
  const why: Record<string, string> = {
    FORBIDDEN: t`You may not change it.`,
    FIELD_READ_ONLY: t`Your role may not change this field.`,
    CONFLICT: t`Somebody has changed it in the meantime.`,
    NOT_FOUND: t`It is gone, or no longer yours to see.`,
  }
  const to = pages[batch.object as keyof typeof pages]
  return (
    <Dialog title={t`What stayed as it was`} width={480} onClose={close}>
      {error ? <Failed error={error} retry={() => again({requestPolicy: 'network-only'})} /> : null}
      <ul className="left-list">
        {data?.leftBy?.map(({id, name, code}) => (
          <li key={id}>
            {name ? (
              <Link to={to} params={{id}} className="own" dir="auto">
                {name}
              </Link>
            ) : (
              <Trans>A record that you do not see</Trans>
            )}
            <span className="quiet">{(code && why[code]) ?? code}</span>
          </li>
        )) ?? <Bone inline="80%" />}
      </ul>
    </Dialog>
  )
}
