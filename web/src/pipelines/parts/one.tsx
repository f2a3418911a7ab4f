import {Trans, useLingui} from '@lingui/react/macro'
import {ActionIcon, Button} from '@mantine/core'
import {IconPencil, IconPlus} from '@tabler/icons-react'
import {Link} from '@tanstack/react-router'
import {Suspense, useState} from 'react'
import {useClient} from 'urql'
import {MoveStageDocument, type PipelineShapeFragment, type StageShapeFragment} from '../../gql/graphql'
import {late} from '../../ui/late'
import {Section} from '../../ui/section'
import {useReorder} from '../reorder'
import type {Shares} from '../shares'
import {StageRow} from './stage_row'

const StageForm = late(() => import('./stage_form'))
const PipelineForm = late(() => import('./pipeline_form'))
const StageRemoval = late(() => import('./stage_removal'))

type Asked =
  {what: 'pipeline'} | {what: 'stage'; stage?: StageShapeFragment} | {what: 'removal'; stage: StageShapeFragment}

interface Props {
  pipeline: PipelineShapeFragment
  shares: Shares
  mayChange: boolean
  mayRemove: boolean
}

/** One pipeline with its stages; they are put in order with the mouse or with Alt and the arrow keys. */
export function OnePipeline({pipeline, shares, mayChange, mayRemove}: Props) {
  const {t} = useLingui()
  const [asked, setAsked] = useState<Asked | null>(null)
  const close = () => setAsked(null)
  // As it stands now: it may have moved since it was asked for.
  const stage = asked && 'stage' in asked ? pipeline.stages.find(({id}) => id === asked.stage?.id) : undefined
  const client = useClient()
  const {
    rows: stages,
    over,
    handles,
  } = useReorder(
    pipeline.stages,
    ({id}, position) => client.mutation(MoveStageDocument, {input: {id, position}}).toPromise(),
    (moved, place) => t`${moved} is now stage ${place}`,
  )
  const name = pipeline.name
  return (
    <Section
      title={
        <Link to="/deals/board" search={{pipeline: pipeline.id}} className="own pipeline-name" dir="auto">
          {name}
        </Link>
      }
      lead={pipeline.isDefault ? t`The default pipeline: new deals begin here.` : undefined}
      aside={
        mayChange ? (
          <>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t`Change the pipeline ${name}`}
              onClick={() => setAsked({what: 'pipeline'})}
            >
              <IconPencil size={16} />
            </ActionIcon>
            <Button
              variant="default"
              size="compact-md"
              leftSection={<IconPlus size={14} />}
              onClick={() => setAsked({what: 'stage'})}
            >
              <Trans>New stage</Trans>
            </Button>
          </>
        ) : undefined
      }
    >
      <ol className="stage-rows" aria-label={t`Stages of ${name}`}>
        {stages.map((one, index) => (
          <StageRow
            key={one.id}
            stage={one}
            share={shares.find((share) => share.stage.id === one.id)}
            over={over === index}
            handles={mayChange ? handles(one, index) : undefined}
            change={mayChange ? () => setAsked({what: 'stage', stage: one}) : undefined}
            remove={mayChange ? () => setAsked({what: 'removal', stage: one}) : undefined}
          />
        ))}
      </ol>
      <Suspense>
        {asked?.what === 'pipeline' ? <PipelineForm pipeline={pipeline} mayRemove={mayRemove} close={close} /> : null}
        {asked?.what === 'stage' ? <StageForm pipeline={pipeline} stage={stage} close={close} /> : null}
        {asked?.what === 'removal' && stage ? <StageRemoval pipeline={pipeline} stage={stage} close={close} /> : null}
      </Suspense>
    </Section>
  )
}
