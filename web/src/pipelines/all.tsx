import './pipelines.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconPlus} from '@tabler/icons-react'
import {Suspense, useState} from 'react'
import {useQuery} from 'urql'
import {PipelineShapesDocument, StageSharesDocument} from '../gql/graphql'
import {useGrants} from '../members'
import {useActions} from '../ui/actions'
import {Bone, Failed} from '../ui/empty'
import {late} from '../ui/late'
import {Paper} from '../ui/paper'
import {OnePipeline} from './parts/one'
import {LossReasons} from './reasons'

const NewPipeline = late(() => import('./parts/new_pipeline'))

/** The ways of selling: their stages, in order, with how long a deal may stay and how often one closes from there. */
export function Pipelines() {
  const {t} = useLingui()
  const may = useGrants('Pipeline')
  const [{data, error}, again] = useQuery({query: PipelineShapesDocument, requestPolicy: 'cache-and-network'})
  const [{data: outlook}] = useQuery({query: StageSharesDocument, variables: {period: 'QUARTER'}})
  const [making, setMaking] = useState(false)
  const make = () => setMaking(true)
  const icon = <IconPlus size={16} />
  useActions(may.create ? [{id: 'new-pipeline', label: t`New pipeline`, keys: 'C', icon, run: make}] : [])
  return (
    <Paper
      title={t`Pipelines`}
      lead={t`A pipeline is a way of selling. Its stages stand in the order in which deals go through them.`}
      actions={
        may.create ? (
          <Button size="compact-md" leftSection={<IconPlus size={14} />} onClick={make}>
            <Trans>New pipeline</Trans>
          </Button>
        ) : undefined
      }
    >
      {error && !data ? <Failed error={error} retry={() => again({requestPolicy: 'network-only'})} /> : null}
      {!data && !error ? <Bone inline="100%" block={240} /> : null}
      {data?.pipelines.map((pipeline) => (
        <OnePipeline
          key={pipeline.id}
          pipeline={pipeline}
          shares={outlook?.forecast?.stages ?? []}
          mayChange={may.update}
          mayRemove={may.remove}
        />
      ))}
      <LossReasons mayChange={may.update} />
      <Suspense>{making ? <NewPipeline close={() => setMaking(false)} /> : null}</Suspense>
    </Paper>
  )
}
