import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {ActionIcon} from '@mantine/core'
import {IconGripVertical, IconPencil, IconTrash} from '@tabler/icons-react'
import type {StageShapeFragment} from '../../gql/graphql'
import {useFormats} from '../../ui/formats'
import {useKinds} from '../kinds'
import type {Handles} from '../reorder'
import type {Shares} from '../shares'

interface Props {
  stage: StageShapeFragment
  share: Shares[number] | undefined
  over: boolean
  handles: Handles | undefined
  change: (() => void) | undefined
  remove: (() => void) | undefined
}

/** One stage: its kind, its deals, its limit, and how often a deal closes that has come so far. */
export function StageRow({stage, share, over, handles, change, remove}: Props) {
  const {t} = useLingui()
  const kinds = useKinds()
  const {percent} = useFormats()
  const {name, kind, allowedDays, deals} = stage
  const {onKeyDown, ...drag} = handles ?? {onKeyDown: undefined}
  return (
    <li className="stage-row" data-kind={kind} data-over={over || undefined} {...drag}>
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
          {kind === 'OPEN' ? null : <span className="kind">{kinds[kind]}</span>}
        </p>
        <p className="more">
          <span>
            <Plural value={deals.totalCount} _0="No deals" one="# deal" other="# deals" />
          </span>
          {allowedDays ? (
            <span>
              <Plural value={allowedDays} one="at most # day" other="at most # days" />
            </span>
          ) : null}
          {kind === 'OPEN' && share ? (
            <span title={share.explanation}>
              {share.share == null ? (
                <Trans>Nothing has closed from here yet</Trans>
              ) : (
                <Trans>{percent(share.share)} are won</Trans>
              )}
            </span>
          ) : null}
        </p>
      </div>
      {change && remove ? (
        <div className="do">
          <ActionIcon variant="subtle" color="gray" aria-label={t`Change the stage ${name}`} onClick={change}>
            <IconPencil size={16} />
          </ActionIcon>
          <ActionIcon variant="subtle" color="gray" aria-label={t`Delete the stage ${name}`} onClick={remove}>
            <IconTrash size={16} />
          </ActionIcon>
        </div>
      ) : null}
    </li>
  )
}
