import './panel.css'
import {useLingui} from '@lingui/react/macro'
import {ActionIcon} from '@mantine/core'
import {IconMoodEmpty, IconX} from '@tabler/icons-react'
import {type ReactNode, useEffect, useRef} from 'react'
import type {CombinedError} from 'urql'
import {useActions} from './actions'
import {Bone, BoneTitle, Empty, Failed} from './empty'
import {Still} from './still'

interface Props {
  label: string
  /** What is said when there is no such record, or it is not ours to see. */
  absent: string
  asked: {error?: CombinedError; fetching: boolean; retry: () => void}
  close: () => void
  /** Who looks may change nothing of it. */
  still: boolean
  /** Of a record that is there: its name and what can be done with it. */
  head?: ReactNode
  children?: ReactNode
}

/** One record beside a list; Esc closes it. */
export function SidePanel({still, ...props}: Props) {
  return (
    <Still still={still}>
      <Panel {...props} />
    </Still>
  )
}

function Panel({label, absent, asked, close, head, children}: Omit<Props, 'still'>) {
  const {t} = useLingui()
  const ref = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!ref.current?.contains(document.activeElement)) ref.current?.focus({preventScroll: true})
  }, [])
  useActions([{id: 'close-panel', label: t`Close the panel`, keys: 'Escape', hidden: true, run: close}])
  return (
    // A landmark that takes the focus when it opens and closes on Esc.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      ref={ref}
      className="panel"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.code === 'Escape' && !event.defaultPrevented && !document.querySelector('dialog[open]')) close()
      }}
    >
      <header>
        {head ??
          (asked.fetching ? (
            <h2>
              <BoneTitle inline={180} block={16} />
            </h2>
          ) : (
            <span className="grow" />
          ))}
        <ActionIcon variant="subtle" color="gray" aria-label={t`Close`} onClick={close}>
          <IconX size={16} />
        </ActionIcon>
      </header>
      <div className="body">
        {head ? (
          children
        ) : asked.error ? (
          <Failed error={asked.error} retry={asked.retry} />
        ) : asked.fetching ? (
          <Bone inline="100%" block={28} />
        ) : (
          <Empty icon={<IconMoodEmpty size={28} stroke={1.5} />} title={absent} />
        )}
      </div>
    </aside>
  )
}
