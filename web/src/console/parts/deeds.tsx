import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {
  IconArchive,
  IconArrowBackUp,
  IconAt,
  IconDownload,
  IconPlayerPause,
  IconPlayerPlay,
  IconReplace,
  IconReceipt,
  IconServer2,
  IconTrash,
} from '@tabler/icons-react'
import {type ReactNode, useState} from 'react'
import type {ErrandKind} from '../graphql'
import {isOpen} from '../looking'
import {deedNames} from '../names'
import {Ask} from './ask'
import type {Shown} from '../shown'

const icons: Partial<Record<ErrandKind, ReactNode>> = {
  SUSPEND: <IconPlayerPause size={14} />,
  RESUME: <IconPlayerPlay size={14} />,
  DELETE: <IconTrash size={14} />,
  RESTORE: <IconArrowBackUp size={14} />,
  MOVE: <IconServer2 size={14} />,
  BACK_UP: <IconArchive size={14} />,
  EXPORT: <IconDownload size={14} />,
  RENAME: <IconAt size={14} />,
  CHANGE_PLAN: <IconReceipt size={14} />,
  TAKE_PLACE: <IconReplace size={14} />,
}

/** What can be done with a company as it stands; while something is under way, nothing. */
export function Deeds({company, done}: {company: Shown; done: () => void}) {
  const {t} = useLingui()
  const [asked, setAsked] = useState<ErrandKind | null>(null)
  const busy = company.errands.some(isOpen)
  const kinds = fitting(company)
  if (!kinds.length) return null
  return (
    <>
      <div className="console-deeds">
        {kinds.map((kind) => (
          <Button
            key={kind}
            size="compact-md"
            variant={kind === 'DELETE' ? 'subtle' : 'default'}
            color={kind === 'DELETE' ? 'red' : undefined}
            leftSection={icons[kind]}
            disabled={busy}
            onClick={() => setAsked(kind)}
          >
            {t(deedNames[kind])}
          </Button>
        ))}
        {busy ? (
          <span className="quiet">
            <Trans>Something is under way; after it more can be done.</Trans>
          </span>
        ) : null}
      </div>
      {asked ? <Ask key={asked} kind={asked} company={company} done={done} close={() => setAsked(null)} /> : null}
    </>
  )
}

function fitting({status, oldCopyIn, copyOf}: Shown): ErrandKind[] {
  if (status === 'DELETING') return ['RESTORE', 'BACK_UP', 'EXPORT']
  if (status !== 'ACTIVE' && status !== 'SUSPENDED') return []
  const place: ErrandKind = oldCopyIn ? 'CONFIRM_MOVE' : 'MOVE'
  const copy: ErrandKind[] = copyOf ? ['TAKE_PLACE'] : []
  const state: ErrandKind = status === 'ACTIVE' ? 'SUSPEND' : 'RESUME'
  return [...copy, state, 'BACK_UP', 'EXPORT', 'CHANGE_PLAN', 'RENAME', place, 'DELETE']
}
