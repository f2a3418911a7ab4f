import {useLingui} from '@lingui/react/macro'
import {Avatar} from '../ui/avatar'
import {Chooser} from '../ui/chooser'
import type {Refusal} from '../ui/edits'
import {Pick} from '../ui/pick'
import {usePeople} from '../members'

interface Props {
  value: {id: string; name: string} | null | undefined
  onChange?: (owner: string) => void
  save?: (owner: string) => Promise<Refusal>
}

/** Whose a record is: chosen in a form, or given away at once where it stands. */
export function OwnerChooser({value, onChange, save}: Props) {
  const {t} = useLingui()
  const {people} = usePeople()
  const chooser = {
    label: t`Owner`,
    required: true,
    choices: people.map(({id, name, team}) => ({
      value: id,
      label: name,
      more: team?.name,
      icon: <Avatar name={name} size={20} plain />,
    })),
    value: value?.id,
    name: value?.name,
  }
  return save ? (
    <Pick {...chooser} bare save={async (owner) => (owner ? save(owner) : null)} />
  ) : (
    <Chooser
      {...chooser}
      onChange={(owner) => {
        if (owner) onChange?.(owner)
      }}
    />
  )
}
