import '../../ui/tag.css'
import {useLingui} from '@lingui/react/macro'
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCircleCheck,
  IconClipboardCheck,
  IconLoader,
  IconPencil,
} from '@tabler/icons-react'
import type {ImportStatus} from '../../gql/graphql'

/** Where an import stands: a word and a sign, never colour alone. */
export function Status({status}: {status: ImportStatus}) {
  const {t} = useLingui()
  const all: Record<ImportStatus, {text: string; tone: string; icon: typeof IconPencil}> = {
    DRAFT: {text: t`Draft`, tone: '', icon: IconPencil},
    CHECKING: {text: t`Checking`, tone: 'accent', icon: IconLoader},
    CHECKED: {text: t`Checked`, tone: 'accent', icon: IconClipboardCheck},
    RUNNING: {text: t`Running`, tone: 'accent', icon: IconLoader},
    DONE: {text: t`Done`, tone: 'good', icon: IconCircleCheck},
    FAILED: {text: t`Failed`, tone: 'bad', icon: IconAlertTriangle},
    UNDOING: {text: t`Undoing`, tone: 'warn', icon: IconLoader},
    UNDONE: {text: t`Undone`, tone: '', icon: IconArrowBackUp},
  }
  const {text, tone, icon: Icon} = all[status]
  return (
    <span className={`tag ${tone}`} data-status={status}>
      <Icon size={12} className={status === 'UNDONE' ? 'mirror' : undefined} />
      {text}
    </span>
  )
}
