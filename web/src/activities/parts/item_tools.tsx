import {useLingui} from '@lingui/react/macro'
import {IconCalendarDue, IconDots, IconPencil, IconTrash} from '@tabler/icons-react'
import {Suspense, useState} from 'react'
import type {ActivityRowFragment} from '../../gql/graphql'
import {useGrants} from '../../members'
import {late} from '../../ui/late'
import type {useDeeds} from '../deeds'
import {tomorrow} from '../tomorrow'
import {FileButton} from './file_button'

const ItemMenu = late(() => import('./item_menu'))

interface Props {
  activity: ActivityRowFragment
  deeds: ReturnType<typeof useDeeds>
  act: (deed: Promise<string | null>) => void
  take: (files: File[]) => void
  edit: () => void
}

/** What else is done with an activity than doing it. */
export function ItemTools({activity, deeds, act, take, edit}: Props) {
  const {t} = useLingui()
  const [menu, setMenu] = useState(false)
  const may = useGrants('Activity')
  const {kind, subject, status} = activity
  const planned = status === 'OPEN' && kind !== 'NOTE'
  return (
    <div className="tools">
      {may.update ? <FileButton label={t`Add a file to ${subject}`} take={take} /> : null}
      {may.update && planned ? (
        <button
          type="button"
          data-later
          title={t`Put off until tomorrow`}
          aria-label={t`Put off until tomorrow: ${subject}`}
          onClick={() => act(deeds.move(activity, tomorrow(activity)))}
        >
          <IconCalendarDue size={15} />
        </button>
      ) : null}
      {may.update ? (
        <button type="button" title={t`Edit`} aria-label={t`Edit ${subject}`} onClick={edit}>
          <IconPencil size={15} />
        </button>
      ) : null}
      {may.update && planned ? (
        <button
          type="button"
          title={t`More`}
          aria-label={t`More about ${subject}`}
          aria-haspopup="menu"
          aria-expanded={menu}
          onClick={() => setMenu(true)}
        >
          <IconDots size={15} />
        </button>
      ) : may.remove ? (
        <button
          type="button"
          title={t`Delete`}
          aria-label={t`Delete ${subject}`}
          onClick={() => act(deeds.remove(activity))}
        >
          <IconTrash size={15} />
        </button>
      ) : null}
      {menu ? (
        <Suspense>
          <ItemMenu activity={activity} deeds={deeds} act={act} close={() => setMenu(false)} />
        </Suspense>
      ) : null}
    </div>
  )
}
