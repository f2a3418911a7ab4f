import {useLingui} from '@lingui/react/macro'
import {Link} from '@tanstack/react-router'
import {today} from '../../ui/formats'
import {ME} from '../../views'
import type {View} from '../view'

/** The views that everyone needs, one click away; a preset replaces the filters, the sorting stays. */
export function Presets({layout, view}: {layout: 'board' | 'list'; view: View}) {
  const {t} = useLingui()
  const month = monthOf(today())
  const onBoard = [
    {id: 'all', label: t`All deals`, set: {}},
    {id: 'mine', label: t`My deals`, set: {owner: ME}},
  ]
  const onList = [
    {id: 'all', label: t`All deals`, set: {}},
    {id: 'open', label: t`Open deals`, set: {status: 'OPEN' as const}},
    {id: 'mine', label: t`My open deals`, set: {status: 'OPEN' as const, owner: ME}},
    {id: 'month', label: t`Closing this month`, set: {status: 'OPEN' as const, ...month}},
    {id: 'stalled', label: t`Stalled`, set: {stalled: '1' as const}},
    {id: 'idle', label: t`Without a next step`, set: {status: 'OPEN' as const, idle: '1' as const}},
  ]
  return (layout === 'board' ? onBoard : onList).map(({id, label, set}) => (
    <Link
      key={id}
      to="."
      search={{...set, sort: view.sort, cols: view.cols, pipeline: view.pipeline, deal: view.deal}}
      activeOptions={{exact: true}}
    >
      {label}
    </Link>
  ))
}

function monthOf(day: string) {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
  return {from: `${day.slice(0, 7)}-01`, to: last}
}
