import {Plural, Trans, useLingui} from '@lingui/react/macro'
import type {ForecastPageQuery, ForecastStageFragment} from '../../gql/graphql'
import {Block} from '../../ui/block'
import {Chart} from '../../ui/chart'
import {useFormats} from '../../ui/formats'
import {To} from '../../ui/to'
import {enteredOf, type Lists} from '../links'
import {FEW} from '../view'
import {useEstimate} from './period'
import {ShareTrack} from './share_track'

interface Props {
  told: NonNullable<ForecastPageQuery['forecast']>
  lists: Lists
  again: () => void
}

/** How often each stage wins, from how many deals that is known, what is open in it, and what that gives. */
export function Stages({told, lists, again}: Props) {
  const {t} = useLingui()
  const {number} = useFormats()
  const estimate = useEstimate()
  const share = useShare()
  const {money} = useFormats()
  const many = new Set(told.stages.map(({stage}) => stage.pipeline.id)).size > 1
  const label = t`Shares of the stages`
  const table = {
    head: [t`Stage`, t`Share`, t`Interval`, t`Won`, t`Closed`, t`Still open`, t`Open and due`, t`Expected`],
    rows: told.stages.map((one) => ({
      key: one.stage.id,
      cells: [
        one.stage.name,
        share(one),
        <bdi key="interval" dir="ltr">
          {share.interval(one)}
        </bdi>,
        number(one.won),
        number(one.closed),
        number(one.open),
        <To key="due" opens={lists.open({}, {stage: one.stage.id})}>
          {money(one.openAmount)}
        </To>,
        estimate(one.expected),
      ],
    })),
  }
  return (
    <Block
      wide
      title={t`By stage`}
      about={<Trans>Of the deals that entered a stage and have closed since, how many were won; interval 95 %</Trans>}
      retry={again}
    >
      <Chart label={label} table={table}>
        <ul className="shares" aria-label={label}>
          <li className="head" aria-hidden>
            <span>{t`Stage`}</span>
            <span>{t`Share won`}</span>
            <span>{t`Open and due`}</span>
            <span>{t`Expected`}</span>
          </li>
          {told.stages.map((one) => (
            <Row key={one.stage.id} one={one} lists={lists} pipeline={many} />
          ))}
        </ul>
      </Chart>
    </Block>
  )
}

function Row({one, lists, pipeline}: {one: ForecastStageFragment; lists: Lists; pipeline: boolean}) {
  const {t} = useLingui()
  const {money} = useFormats()
  const estimate = useEstimate()
  const share = useShare()
  const {stage, closed, openDeals} = one
  return (
    <li data-stage={stage.id}>
      <div className="name">
        <span className="own" dir="auto">
          {stage.name}
        </span>
        {pipeline ? (
          <small>
            <bdi>{stage.pipeline.name}</bdi>
          </small>
        ) : null}
        <Sample one={one} />
      </div>
      <div className="share">
        <ShareTrack share={one.share} low={one.low} high={one.high} label={one.explanation} />
        <small className="num">
          {one.share == null ? (
            <Trans>unknown: the share of the pipeline counts</Trans>
          ) : (
            <>
              <strong>{share(one)}</strong> <bdi dir="ltr">{share.interval(one)}</bdi>
            </>
          )}
          {closed && closed < FEW ? <em title={one.explanation}>{t`few cases`}</em> : null}
        </small>
      </div>
      <To opens={lists.open({}, {stage: stage.id})} className="due num">
        <strong>{money(one.openAmount)}</strong>
        <small>
          <Plural value={openDeals} one="# deal" other="# deals" />
        </small>
      </To>
      <span className="gives num">{estimate(one.expected)}</span>
    </li>
  )
}

/** What became of the deals that entered: each number opens them. */
function Sample({one: {stage, won, closed, open}}: {one: ForecastStageFragment}) {
  const {t} = useLingui()
  const {number} = useFormats()
  const parts = [
    {status: 'WON' as const, count: won, text: t`${number(won)} won`},
    {status: 'LOST' as const, count: closed - won, text: t`${number(closed - won)} lost`},
    {status: 'OPEN' as const, count: open, text: t`${number(open)} open`},
  ]
  return (
    <small className="sample num">
      {parts.map(({status, text}) => (
        <To key={status} opens={enteredOf(stage.id, status)} data-sample={status}>
          {text}
        </To>
      ))}
    </small>
  )
}

function useShare() {
  const {percent} = useFormats()
  const told = ({share}: ForecastStageFragment) => (share == null ? '–' : percent(share))
  const interval = ({low, high}: ForecastStageFragment) =>
    low == null || high == null ? '–' : `${percent(low)}–${percent(high)}`
  return Object.assign(told, {interval})
}
