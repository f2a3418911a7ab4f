import {Trans, useLingui} from '@lingui/react/macro'
import {Link} from '@tanstack/react-router'
import {useCallback} from 'react'
import {useQuery} from 'urql'
import {OpenPipelineDocument, type OpenPipelineQuery} from '../../gql/graphql'
import {Block} from '../../ui/block'
import {To} from '../../ui/to'
import {Chart, type Legend} from '../../ui/chart'
import {Bars} from '../../ui/chart_bars'
import {Bone} from '../../ui/empty'
import {useFormats} from '../../ui/formats'
import {useFresh} from '../../ui/fresh'
import {dealsOf, ownerOf, type Whose} from '../links'
import {initials, tonesOf} from '../tones'
import {Deals, LeftOut, useWorth} from './told'

type Pipeline = NonNullable<OpenPipelineQuery['openPipeline']>

/** What is open, stage by stage; of many people each with his own part. */
export function OpenDeals({whose, people}: {whose: Whose; people: boolean}) {
  const {t} = useLingui()
  const {moment} = useFormats()
  const {full} = useWorth()
  const [{data, error}, ask] = useQuery({
    query: OpenPipelineDocument,
    variables: whose,
    requestPolicy: 'cache-and-network',
  })
  const again = useCallback(() => ask({requestPolicy: 'network-only'}), [ask])
  useFresh(again)
  const open = data?.openPipeline
  return (
    <Block
      wide={people}
      title={people ? t`Pipeline by stage and person` : t`My open deals`}
      about={t`Now, ${moment(new Date().toISOString())}`}
      error={error}
      retry={again}
      waiting={open ? undefined : <BarsToCome />}
    >
      {open?.total.deals ? (
        <>
          <To opens={dealsOf(whose, {status: 'OPEN'})} className="big" data-number="open">
            <strong className="num">{full(open.total)}</strong>
            {open.total.amount ? <Deals count={open.total.deals} /> : null}
          </To>
          <Stages open={open} whose={whose} people={people} />
          <LeftOut total={open.total} />
        </>
      ) : (
        <p className="nothing">
          <Trans>There is no open deal.</Trans>{' '}
          <Link to="/deals/board">
            <Trans>To the board</Trans>
          </Link>
        </p>
      )}
    </Block>
  )
}

function Stages({open, whose, people}: {open: Pipeline; whose: Whose; people: boolean}) {
  const {t} = useLingui()
  const {number} = useFormats()
  const {value, short, full} = useWorth()
  const nobody = t`Nobody`
  const tones = tonesOf(open.owners.map(({owner}) => owner?.id))
  const many = new Set(open.stages.map(({stage}) => stage.pipeline.id)).size > 1
  const bars = open.stages.map(({stage, total, owners}) => ({
    key: stage.id,
    name: stage.name,
    more: many ? <bdi>{stage.pipeline.name}</bdi> : undefined,
    told: full(total),
    target: dealsOf(whose, {status: 'OPEN', stage: stage.id}),
    pieces: owners.map(({owner, total: part}) => ({
      key: owner?.id ?? '',
      label: `${owner?.name ?? nobody} · ${stage.name}: ${full(part)} (${number(part.deals)})`,
      sign: people ? initials(owner?.name) : undefined,
      value: value(part),
      tone: people ? tones(owner?.id) : 1,
      target: dealsOf({...whose, ...(people ? ownerOf(owner) : {})}, {status: 'OPEN', stage: stage.id}),
    })),
  }))
  const others: Legend[] = open.owners.length > 5 ? [{key: 'more', label: t`Others`, tone: 6}] : []
  const legend: Legend[] = open.owners.slice(0, 5).map(({owner, total}) => ({
    key: owner?.id ?? '',
    label: owner?.name ?? nobody,
    amount: short(total),
    tone: tones(owner?.id),
  }))
  const table = {
    head: [t`Stage`, t`Deals`, t`Amount`],
    rows: open.stages.map(({stage, total}) => ({
      key: stage.id,
      cells: [
        stage.name,
        <To key="n" opens={dealsOf(whose, {status: 'OPEN', stage: stage.id})}>
          {number(total.deals)}
        </To>,
        total.amount ? full(total) : '–',
      ],
    })),
  }
  return (
    <Chart label={t`Open deals by stage`} legend={people ? [...legend, ...others] : []} table={table}>
      <Bars label={t`Open deals by stage`} bars={bars} />
    </Chart>
  )
}

/** The true shape of bars while they are read. */
export function BarsToCome() {
  return (
    <div aria-hidden style={{display: 'grid', gap: 10}}>
      <Bone inline={160} block={26} />
      {[70, 90, 45, 60].map((wide) => (
        <Bone key={wide} inline={`${wide}%`} block={24} />
      ))}
    </div>
  )
}
