import {Trans, useLingui} from '@lingui/react/macro'
import type {ResponseTimesQuery, ResponseTotalFragment} from '../../gql/graphql'
import {Block} from '../../ui/block'
import {useFormats} from '../../ui/formats'
import {To} from '../../ui/to'
import {type askedOf, behind, type BehindView, groupOf, spanOf, type TimesView} from './view'
import {useAnswerWords, useLengths} from './words'

interface Props {
  times: NonNullable<ResponseTimesQuery['responseTimes']>
  view: TimesView
  asked: ReturnType<typeof askedOf>
  about: string
}

/** Every number of every group; each opens the leads behind it. */
export function Percentiles({times, view, asked, about}: Props) {
  const {t} = useLingui()
  const {nameOf} = useAnswerWords()
  const rows: {key: string; name: string; total: ResponseTotalFragment; group?: string}[] = [
    ...times.groups.map((one) => {
      const group = groupOf(one)
      return {key: `:${group}`, name: nameOf(asked.by, one), total: one.total, group}
    }),
    {key: 'all', name: t`All leads`, total: times.total},
  ]
  return (
    <Block wide title={t`Every number`} about={about} retry={() => undefined}>
      <div className="chart figures answers-figures">
        <table aria-label={t`Every number`}>
          <thead>
            <tr>
              <td />
              {[t`Leads`, t`Answered`, t`Waiting`].map((one) => (
                <th key={one} scope="col">
                  {one}
                </th>
              ))}
              <th scope="col">P50</th>
              <th scope="col">P95</th>
              <th scope="col">
                <Trans>P50 of the answered</Trans>
              </th>
              <th scope="col">
                <Trans>P95 of the answered</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({key, name, total, group}) => (
              <Row key={key} name={name} total={total} view={view} group={group} />
            ))}
          </tbody>
        </table>
      </div>
    </Block>
  )
}

function Row({
  name,
  total,
  view,
  group,
}: {
  name: string
  total: ResponseTotalFragment
  view: TimesView
  group?: string | undefined
}) {
  const {number, percent} = useFormats()
  const {bounded, told} = useLengths(view.unit)
  const span = spanOf(total, view.unit)
  const of = (more: Omit<BehindView, keyof TimesView>) => behind(view, group === undefined ? more : {group, ...more})
  const plain = (seconds: number | null | undefined) => (seconds == null ? '–' : told(seconds))
  const cells = [
    {key: 'leads', told: number(total.leads), opens: of({})},
    {key: 'answered', told: percent(total.answered / Math.max(total.leads, 1)), opens: of({state: 'ANSWERED'})},
    {key: 'waiting', told: number(total.waiting), opens: of({state: 'WAITING'})},
    {key: 'p50', told: bounded(span.p50OfAll, span.longest), opens: of({})},
    {key: 'p95', told: bounded(span.p95OfAll, span.longest), opens: of({})},
    {key: 'p50-answered', told: plain(span.p50), opens: of({state: 'ANSWERED'})},
    {key: 'p95-answered', told: plain(span.p95), opens: of({state: 'ANSWERED'})},
  ]
  return (
    <tr data-all={group === undefined || undefined}>
      <th scope="row" className="own" dir="auto">
        {name}
      </th>
      {cells.map(({key, told: text, opens}) => (
        <td key={key} className="num" data-cell={key}>
          <To opens={opens}>{text}</To>
        </td>
      ))}
    </tr>
  )
}
