import {type ComponentProps, useState} from 'react'
import {Chooser} from './chooser'
import type {Refusal} from './edits'
import {Why} from './why'

type Props = Omit<ComponentProps<typeof Chooser>, 'onChange'> & {
  /** Answers what was refused, if anything was. */
  save: (value: string | undefined) => Promise<Refusal>
}

/** A choice that is changed where it stands, at once. */
export function Pick({save, ...chooser}: Props) {
  const [why, setWhy] = useState<Refusal>(null)
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
