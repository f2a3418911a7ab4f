import {Trans, useLingui} from '@lingui/react/macro'
import {IconX} from '@tabler/icons-react'
import type {ReactNode} from 'react'
import {useQuery} from 'urql'
import {PipelinesDocument} from '../../gql/graphql'
import {useFormats} from '../../ui/formats'
import type {View} from '../view'

/** What a number asked for when it opened this list: each can be taken away. */
export function Marks({view, set}: {view: View; set: (change: Partial<View>) => void}) {
  const {t} = useLingui()
  const {day, dayOf} = useFormats()
  const [{data}] = useQuery({query: PipelinesDocument, pause: !view.entered})
  const stages = (data?.pipelines ?? []).flatMap((one) => one.stages)
  const stage = stages.find(({id}) => id === view.entered)?.name ?? ''
  const {openedFrom: since, openedTo: until} = view
  // Until before a moment, so the last day is the one of the moment before.
  const last = until ? day(dayOf(new Date(Date.parse(until) - 1).toISOString())) : ''
  const first = since ? day(dayOf(since)) : ''
  const opened = `${first} – ${last}`
  return (
    <>
      {view.stalled ? <Mark label={t`Stalled`} drop={() => set({stalled: undefined})} /> : null}
      {view.idle ? <Mark label={t`Without a next step`} drop={() => set({idle: undefined})} /> : null}
      {view.nobody ? <Mark label={t`Nobody’s`} drop={() => set({nobody: undefined})} /> : null}
      {view.unsaid ? <Mark label={t`No reason for the loss`} drop={() => set({unsaid: undefined})} /> : null}
      {view.undated ? <Mark label={t`Without an expected close`} drop={() => set({undated: undefined})} /> : null}
      {view.unpriced ? <Mark label={t`Without an amount`} drop={() => set({unpriced: undefined})} /> : null}
      {view.entered ? (
        <Mark label={t`Entered a stage`} drop={() => set({entered: undefined})}>
          <Trans>
            Entered: <bdi>{stage}</bdi>
          </Trans>
        </Mark>
      ) : null}
      {(since ?? until) ? (
        <Mark label={t`Opened`} drop={() => set({openedFrom: undefined, openedTo: undefined})}>
          <Trans>
            Opened: <bdi>{opened}</bdi>
          </Trans>
        </Mark>
      ) : null}
    </>
  )
}

function Mark({label, drop, children}: {label: string; drop: () => void; children?: ReactNode}) {
  const {t} = useLingui()
  return (
    <span className="chip mark">
      <span className="filter">{children ?? label}</span>
      <button type="button" aria-label={t`Remove the filter ${label}`} onClick={drop}>
        <IconX size={12} />
      </button>
    </span>
  )
}
