import './console.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {IconChecklist} from '@tabler/icons-react'
import {useQuery} from 'urql'
import {Bone, Empty, Failed} from '../ui/empty'
import {Paper} from '../ui/paper'
import {ConsoleErrandsDocument} from './graphql'
import {ErrandList} from './parts/errand_list'
import {useLooking} from './looking'

/** What admins have asked for, of all companies, and how far it is. */
export function Errands() {
  const {t} = useLingui()
  const [{data, error}, again] = useQuery({query: ConsoleErrandsDocument, requestPolicy: 'cache-and-network'})
  const errands = data?.errands.nodes ?? []
  useLooking(errands, again)
  return (
    <Paper
      title={t`Actions`}
      wide
      lead={<Trans>What admins have asked for. A worker carries it out, one by one.</Trans>}
    >
      {error ? <Failed error={error} retry={() => again({requestPolicy: 'network-only'})} /> : null}
      {data || error ? null : <Bone inline="60%" />}
      {data && !errands.length ? (
        <Empty icon={<IconChecklist size={32} stroke={1.5} />} title={t`Nothing was asked for yet`}>
          <Trans>Open a company to suspend, move or back it up.</Trans>
        </Empty>
      ) : null}
      <ErrandList errands={errands} named />
    </Paper>
  )
}
