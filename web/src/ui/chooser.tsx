import '@mantine/core/styles/Popover.css'
import '@mantine/core/styles/ScrollArea.css'
import '@mantine/core/styles/Input.css'
import '@mantine/core/styles/Combobox.css'
import './chooser.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {Combobox, useCombobox} from '@mantine/core'
import {IconCheck, IconChevronDown, IconX} from '@tabler/icons-react'
import {type ReactNode, useState} from 'react'
import {useLayer} from './layer'

export interface Choice {
  value: string
  label: string
  more?: string
  icon?: ReactNode
}

interface Props {
  label: string
  choices: Choice[]
  value: string | undefined
  /** What the chosen one is called when it is not among the choices. */
  name?: string
  onChange: (value: string | undefined) => void
  /** The list is searched by the server instead of here. */
  onSearch?: (text: string) => void
  /** There is always one: it cannot be taken away. */
  required?: boolean
  /** Among a record's facts: what is chosen is shown alone, without its label. */
  bare?: boolean
}

/** A button that opens a list to choose one from, with a field to find it; chosen, it can be taken away again. */
export function Chooser({label, choices, value, name, onChange, onSearch, required = false, bare = false}: Props) {
  const {t} = useLingui()
  const [text, setText] = useState('')
  const {mark, portal} = useLayer()
  const box = useCombobox({
    onDropdownClose: () => {
      box.resetSelectedOption()
      box.focusTarget()
      setText('')
      onSearch?.('')
    },
    onDropdownOpen: () => box.focusSearchInput(),
  })
  const words = text.toLocaleLowerCase().trim()
  const shown = onSearch ? choices : choices.filter((one) => one.label.toLocaleLowerCase().includes(words))
  const chosen = choices.find((one) => one.value === value)?.label ?? name
  const on = value !== undefined && !required
  return (
    <span className={bare ? 'bare-choice' : on ? 'chip' : undefined} ref={mark}>
      <Combobox
        store={box}
        width={260}
        position="bottom-start"
        shadow="md"
        transitionProps={{duration: 0}}
        portalProps={portal}
        onOptionSubmit={(next) => {
          onChange(next)
          box.closeDropdown()
        }}
      >
        <Combobox.Target targetType="button">
          <button type="button" className="filter" onClick={() => box.toggleDropdown()}>
            {value === undefined ? (
              label
            ) : bare ? (
              <>
                <span className="vh">{label}: </span>
                <bdi>{chosen}</bdi>
              </>
            ) : required ? (
              <bdi>{chosen}</bdi>
            ) : (
              <>
                {label}: <bdi>{chosen ?? '…'}</bdi>
              </>
            )}
            {on && !bare ? null : <IconChevronDown size={12} />}
          </button>
        </Combobox.Target>
        <Combobox.Dropdown>
          {choices.length > 7 || onSearch ? (
            <Combobox.Search
              value={text}
              dir="auto"
              placeholder={t`Search`}
              aria-label={t`Search in ${label}`}
              onChange={(event) => {
                setText(event.currentTarget.value)
                onSearch?.(event.currentTarget.value)
                box.updateSelectedOptionIndex()
              }}
            />
          ) : null}
          <Combobox.Options className="choices" mah={280} aria-label={label}>
            {shown.map((one) => (
              <Combobox.Option key={one.value} value={one.value} active={one.value === value} className="choice">
                {one.icon}
                <span className="own" dir="auto">
                  {one.label}
                </span>
                {one.more ? <bdi className="quiet clip">{one.more}</bdi> : null}
                <span className="grow" />
                {one.value === value ? <IconCheck size={14} /> : null}
              </Combobox.Option>
            ))}
            {shown.length ? null : (
              <Combobox.Empty>
                <Trans>Nothing is called that.</Trans>
              </Combobox.Empty>
            )}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {on ? (
        <button
          type="button"
          aria-label={bare ? t`Take away: ${label}` : t`Remove the filter ${label}`}
          onClick={() => onChange(undefined)}
        >
          <IconX size={12} />
        </button>
      ) : null}
    </span>
  )
}
