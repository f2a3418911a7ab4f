import '@mantine/core/styles/Popover.css'
import './chooser.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {Button, Popover} from '@mantine/core'
import {IconChevronDown, IconX} from '@tabler/icons-react'
import {type SubmitEvent, useState} from 'react'
import {useLayer} from './layer'

interface Props {
  label: string
  kind: 'date' | 'amount'
  low: string | undefined
  high: string | undefined
  /** How a bound is shown on the button. */
  show: (bound: string) => string
  onChange: (low: string | undefined, high: string | undefined) => void
}

/** A button that opens two fields: from and up to. Either may be left empty. */
export function RangeChooser({label, kind, low, high, show, onChange}: Props) {
  const {t} = useLingui()
  const [open, setOpen] = useState(false)
  const {mark, portal} = useLayer()
  const on = low !== undefined || high !== undefined
  const told =
    low && high ? `${show(low)} – ${show(high)}` : low ? t`from ${show(low)}` : high ? t`up to ${show(high)}` : ''
  const save = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const read = (name: string) => {
      const text = form.get(name)
      return typeof text === 'string' && text !== '' ? text : undefined
    }
    onChange(read('low'), read('high'))
    setOpen(false)
  }
  const field =
    kind === 'date' ? {type: 'date'} : {type: 'number', min: 0, step: 'any', inputMode: 'decimal' as const, dir: 'ltr'}
  return (
    <span className={on ? 'chip' : undefined} ref={mark}>
      <Popover
        opened={open}
        onChange={setOpen}
        position="bottom-start"
        width={220}
        shadow="md"
        trapFocus
        returnFocus
        transitionProps={{duration: 0}}
        portalProps={portal}
      >
        <Popover.Target>
          <button type="button" className="filter" aria-expanded={open} onClick={() => setOpen(!open)}>
            {on ? (
              <>
                {label}: <bdi>{told}</bdi>
              </>
            ) : (
              label
            )}
            {on ? null : <IconChevronDown size={12} />}
          </button>
        </Popover.Target>
        <Popover.Dropdown p={4} aria-label={label}>
          <form className="range" onSubmit={save}>
            <label>
              <Trans>From</Trans>
              <input name="low" defaultValue={low} {...field} />
            </label>
            <label>
              <Trans>Up to</Trans>
              <input name="high" defaultValue={high} {...field} />
            </label>
            <div className="do">
              <Button type="submit" size="compact-sm">
                <Trans>Apply</Trans>
              </Button>
            </div>
          </form>
        </Popover.Dropdown>
      </Popover>
      {on ? (
        <button type="button" aria-label={t`Remove the filter ${label}`} onClick={() => onChange(undefined, undefined)}>
          <IconX size={12} />
        </button>
      ) : null}
    </span>
  )
}
