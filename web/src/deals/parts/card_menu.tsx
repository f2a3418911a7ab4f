import {Trans, useLingui} from '@lingui/react/macro'
import {IconArrowsExchange, IconCircleCheck, IconLayoutSidebarRightExpand, IconTrash} from '@tabler/icons-react'
import type {DealCardFragment} from '../../gql/graphql'
import {useGrants} from '../../members'
import {FloatingMenu, MenuItem, MenuLabel} from '../../ui/menu'
import {useBoard} from '../board_context'
import {useDelete} from '../removal'
import type {BoardStage} from '../shapes'

/** Everything that dragging does, for those who do not drag. */
export default function CardMenu({deal, stage, close}: {deal: DealCardFragment; stage: BoardStage; close: () => void}) {
  const {t} = useLingui()
  const {stages, ask, open} = useBoard()
  const remove = useDelete()
  const may = useGrants('Deal')
  return (
    <FloatingMenu label={t`More about ${deal.name}`} close={close}>
      <MenuItem icon={<IconLayoutSidebarRightExpand size={14} className="mirror" />} run={() => open(deal.id)}>
        <Trans>Open the deal</Trans>
      </MenuItem>
      {may.update ? (
        <>
          <MenuLabel>
            <Trans>Move to…</Trans>
          </MenuLabel>
          {stages
            .filter(({id}) => id !== stage.id)
            .map((to) => (
              <MenuItem
                key={to.id}
                icon={to.kind === 'WON' ? <IconCircleCheck size={14} /> : <IconArrowsExchange size={14} />}
                run={() => ask({deal, from: stage, to})}
              >
                <bdi>{to.name}</bdi>
              </MenuItem>
            ))}
        </>
      ) : null}
      {may.remove ? (
        <MenuItem danger icon={<IconTrash size={14} />} run={() => void remove(deal)}>
          <Trans>Delete</Trans>
        </MenuItem>
      ) : null}
    </FloatingMenu>
  )
}
