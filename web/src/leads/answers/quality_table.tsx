import {Trans, useLingui} from '@lingui/react/macro'
import type {ResponseGrouping} from '../../gql/graphql'
import {Block} from '../../ui/block'
import {useFormats} from '../../ui/formats'
import {To} from '../../ui/to'
import {useLeadWords} from '../words'
import type {Found} from './outcomes'
import {behind, type BehindView, groupOf, type TimesView} from './view'
import {useAnswerWords, useLengths} from './words'

interface Props {
  found: Found
  by: ResponseGrouping
  view: TimesView
  about: string
}

/** Every number of every source; each opens the leads behind it. */
export function QualityTable({found, by, view, about}: Props) {
  const {t} = useLingui()
  return (
    <Block wide title={t`Every number`} about={about} retry={() => undefined}>
      <div className="chart figures answers-figures">
        <table aria-label={t`Every number`}>
          <thead>
            <tr>
              <td />
              {[t`Leads`, t`Qualified`, t`Converted`, t`Unfit`, t`Won`, t`Half reached within`].map((one) => (
                <th key={one} scope="col">
                  {one}
                </th>
              ))}
              <th scope="col" className="answers-why">
                <Trans>Why unfit</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {found.map((one) => (
              <Row key={groupOf(one)} one={one} by={by} view={view} />
            ))}
          </tbody>
        </table>
      </div>
    </Block>
  )
}

function Row({one, by, view}: {one: Found[number]; by: ResponseGrouping; view: TimesView}) {
  const {money, number, percent} = useFormats()
  const {told} = useLengths()
  const {nameOf} = useAnswerWords()
  const {reasons: names} = useLeadWords()
  const {leads, qualified, converted, unfit, won, wonDeals, reasons, firstContactSeconds: half} = one
  const of = (more: Omit<BehindView, keyof TimesView>) => behind(view, {group: groupOf(one), ...more})
  const share = (many: number) => `${number(many)} (${percent(many / leads)})`
  const sums = won.map(money).join(' + ')
  const cells = [
    {key: 'leads', text: number(leads), opens: of({})},
    {key: 'qualified', text: share(qualified), opens: of({stands: 'RIPE'})},
    {key: 'converted', text: share(converted), opens: of({stands: 'CONVERTED'})},
    {key: 'unfit', text: share(unfit), opens: of({stands: 'UNFIT'})},
    {key: 'won', text: sums || number(wonDeals), opens: of({stands: 'CONVERTED'})},
    {key: 'half', text: half == null ? '–' : told(half), opens: of({})},
  ]
  return (
    <tr>
      <th scope="row" className="own" dir="auto">
        {nameOf(by, one)}
      </th>
      {cells.map(({key, text, opens}) => (
        <td key={key} className="num" data-cell={key}>
          <To opens={opens}>{text}</To>
        </td>
      ))}
      <td className="answers-why">
        {reasons.map(({reason, leads: many}, index) => (
          <span key={reason}>
            {index ? ' · ' : null}
            <To opens={of({stands: 'UNFIT', reason})}>
              {names[reason]} {number(many)}
            </To>
          </span>
        ))}
      </td>
    </tr>
  )
}
