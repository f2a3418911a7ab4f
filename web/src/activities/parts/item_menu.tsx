import {Trans, useLingui} from '@lingui/react/macro'
import {IconCalendarOff, IconTrash} from '@tabler/icons-react'
import type {ActivityRowFragment} from '../../gql/graphql'
import {useGrants} from '../../members'
import {FloatingMenu, MenuItem} from '../../ui/menu'
import type {useDeeds} from '../deeds'
import {repeats, useCallingOff} from '../words'

interface Props {
  activity: ActivityRowFragment
  deeds: ReturnType<typeof useDeeds>
  act: (deed: Promise<string | null>) => void
  close: () => void
}

/** What takes an activity out of what is to be done without its being done. */
export default function ItemMenu({activity, deeds, act, close}: Props) {
  const {t} = useLingui()
  const may = useGrants('Activity')
  const {offer} = useCallingOff(activity)
  return (
    <FloatingMenu label={t`More about ${activity.subject}`} close={close}>
      <MenuItem icon={<IconCalendarOff size={14} />} run={() => act(deeds.cancel(activity))}>
        {offer}
      </MenuItem>
      {may.remove ? (
        <MenuItem danger icon={<IconTrash size={14} />} run={() => act(deeds.remove(activity))}>
          {repeats(activity) ? <Trans>Delete, and what would repeat</Trans> : <Trans>Delete</Trans>}
        </MenuItem>
      ) : null}
    </FloatingMenu>
  )
}
