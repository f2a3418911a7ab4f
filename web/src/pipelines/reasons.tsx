import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconPlus} from '@tabler/icons-react'
import {Suspense, useState} from 'react'
import {useClient, useQuery} from 'urql'
import {LossReasonShapesDocument, type LossReasonShapeFragment, MoveLossReasonDocument} from '../gql/graphql'
import {Bone, Failed} from '../ui/empty'
import {late} from '../ui/late'
import {Section} from '../ui/section'
import {ReasonRow} from './parts/reason_row'
import {useReorder} from './reorder'

const ReasonForm = late(() => import('./parts/reason_form'))

/** Why deals are lost, in the company's words and order; one that was said is retired, not deleted. */
export function LossReasons({mayChange}: {mayChange: boolean}) {
  const {t} = useLingui()
  const client = useClient()
  const [{data, error}, again] = useQuery({query: LossReasonShapesDocument, requestPolicy: 'cache-and-network'})
  const [asked, setAsked] = useState<{reason?: LossReasonShapeFragment} | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const {rows, over, handles} = useReorder(
    data?.lossReasons ?? [],
    ({id}, position) => client.mutation(MoveLossReasonDocument, {input: {id, position}}).toPromise(),
    (moved, place) => t`${moved} is now reason ${place}`,
  )
  return (
    <Section
      title={t`Why deals are lost`}
      lead={t`Whoever loses a deal chooses one of these, by its number. Nobody has to.`}
      aside={
        mayChange ? (
          <Button variant="default" size="compact-md" leftSection={<IconPlus size={14} />} onClick={() => setAsked({})}>
            <Trans>New reason</Trans>
          </Button>
        ) : undefined
      }
    >
      {error && !data ? <Failed error={error} retry={() => again({requestPolicy: 'network-only'})} /> : null}
      {!data && !error ? <Bone inline="100%" block={160} /> : null}
      {refused ? (
        <p className="trouble" role="alert">
          {refused}
        </p>
      ) : null}
      <ol className="stage-rows" aria-label={t`Why deals are lost`}>
        {rows.map((one, index) => (
          <ReasonRow
            key={one.id}
            reason={one}
            over={over === index}
            handles={mayChange ? handles(one, index) : undefined}
            rename={() => setAsked({reason: one})}
            settle={setRefused}
          />
        ))}
      </ol>
      {data?.lossReasons.length === 0 ? (
        <p className="quiet no-rows">
          <Trans>No reasons yet: deals are lost without one.</Trans>
        </p>
      ) : null}
      <Suspense>{asked ? <ReasonForm reason={asked.reason} close={() => setAsked(null)} /> : null}</Suspense>
    </Section>
  )
}
