import {type ComponentProps, useState} from 'react'
import {Chooser} from './chooser'
import type {Refusal} from './edits'
import {useStill} from './still'
import {Why} from './why'

type Props = Omit<ComponentProps<typeof Chooser>, 'onChange'> & {
  /** Answers what was refused, if anything was. */
  save: (value: string | undefined) => Promise<Refusal>
}

/** A choice that is changed where it stands, at once; where nothing may be changed it is shown alone. */
export function Pick({save, ...chooser}: Props) {
  const [why, setWhy] = useState<Refusal>(null)
  if (useStill()) return <bdi>{chooser.value === undefined ? '–' : (nameOf(chooser) ?? '…')}</bdi>
  return (
    <>
      <Chooser
        {...chooser}
        onChange={(value) => {
          if (value !== chooser.value) void save(value).then(setWhy)
        }}
      />
      <Why why={why} settle={setWhy} />
    </>
  )
}

const nameOf = ({choices, value, name}: Omit<Props, 'save'>) =>
  choices.find((one) => one.value === value)?.label ?? name
