import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconArchive, IconPlayerPause, IconReceipt, IconX} from '@tabler/icons-react'
import {type ReactNode, useState} from 'react'
import {useFormats} from '../../ui/formats'
import {deedNames} from '../names'
import type {Picked} from '../shown'
import {AskMany, type ManyKind} from './ask_many'

interface Props {
  picked: Picked
  choose: (picked: Picked) => void
}

const icons: Record<ManyKind, ReactNode> = {
  SUSPEND: <IconPlayerPause size={14} />,
  BACK_UP: <IconArchive size={14} />,
  CHANGE_PLAN: <IconReceipt size={14} />,
}

/** What can be done with several companies at once, each of them an action of its own. */
export function Bulk({picked, choose}: Props) {
  const {t} = useLingui()
  const {number} = useFormats()
  const [asked, setAsked] = useState<ManyKind | null>(null)
  const all = [...picked.values()]
  const fitting = {
    SUSPEND: all.filter(({status}) => status === 'ACTIVE'),
    BACK_UP: all.filter(({status}) => status !== 'PURGING'),
    CHANGE_PLAN: all.filter(({status}) => status !== 'PURGING'),
  }
  if (!all.length) return null
  return (
    <div className="console-bulk" role="region" aria-label={t`Picked companies`}>
      <strong>
        <Plural value={all.length} one="One picked" two="Two picked" other={`${number(all.length)} picked`} />
      </strong>
      {(['SUSPEND', 'BACK_UP', 'CHANGE_PLAN'] as const).map((kind) => (
        <Button
          key={kind}
          size="compact-md"
          variant="default"
          leftSection={icons[kind]}
          disabled={!fitting[kind].length}
          onClick={() => setAsked(kind)}
        >
          {t(deedNames[kind])}
        </Button>
      ))}
      <div className="grow" />
      <Button
        size="compact-md"
        variant="subtle"
        color="gray"
        leftSection={<IconX size={14} />}
        onClick={() => choose(new Map())}
      >
        <Trans>Pick none</Trans>
      </Button>
      {asked ? (
        <AskMany
          kind={asked}
          companies={fitting[asked]}
          left={all.length - fitting[asked].length}
          keep={choose}
          close={() => setAsked(null)}
        />
      ) : null}
    </div>
  )
}
