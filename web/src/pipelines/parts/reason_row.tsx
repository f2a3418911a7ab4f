import {Plural, useLingui} from '@lingui/react/macro'
import {ActionIcon} from '@mantine/core'
import {IconArchive, IconArchiveOff, IconGripVertical, IconPencil, IconTrash} from '@tabler/icons-react'
import {Link} from '@tanstack/react-router'
import type {LossReasonShapeFragment} from '../../gql/graphql'
import {Tag} from '../../ui/tag'
import type {Handles} from '../reorder'
import {useRetiring} from '../retiring'

interface Props {
  reason: LossReasonShapeFragment
  over: boolean
  handles: Handles | undefined
  rename: () => void
  /** Is told why something was refused, or that nothing was. */
  settle: (refused: string | null) => void
}

/** One reason, with the deals that were lost for it. */
export function ReasonRow({reason, over, handles, rename, settle}: Props) {
  const {t} = useLingui()
  const {retire, remove, revive} = useRetiring(reason)
  const {id, name, active, deals} = reason
  const {onKeyDown, ...drag} = handles ?? {onKeyDown: undefined}
  const act = (deed: Promise<string | null>) => void deed.then(settle)
  const count = <Plural value={deals.totalCount} _0="No deals" one="# deal" other="# deals" />
  return (
    <li className="stage-row" data-kind="LOST" data-over={over || undefined} data-reason={name} {...drag}>
      {handles ? (
        <button
          type="button"
          className="grip"
          aria-label={t`Move ${name}: Alt and the arrow keys`}
          title={t`Drag, or Alt and the arrow keys`}
          onKeyDown={onKeyDown}
        >
          <IconGripVertical size={16} />
        </button>
      ) : null}
      <div className="told">
        <p className="title">
          <span className="own" dir="auto">
            {name}
          </span>
          {active ? null : <Tag>{t`Retired`}</Tag>}
        </p>
        <p className="more">
          {deals.totalCount ? (
            <Link to="/deals" search={{status: 'LOST', reason: id}}>
              {count}
            </Link>
          ) : (
            <span>{count}</span>
          )}
        </p>
      </div>
      {handles ? (
        <div className="do">
          <ActionIcon variant="subtle" color="gray" aria-label={t`Rename ${name}`} onClick={rename}>
            <IconPencil size={16} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={active ? t`Retire ${name}` : t`Use ${name} again`}
            onClick={() => act(active ? retire() : revive())}
          >
            {active ? <IconArchive size={16} /> : <IconArchiveOff size={16} />}
          </ActionIcon>
          {deals.totalCount ? null : (
            <ActionIcon variant="subtle" color="gray" aria-label={t`Delete ${name}`} onClick={() => act(remove())}>
              <IconTrash size={16} />
            </ActionIcon>
          )}
        </div>
      ) : null}
    </li>
  )
}
