import {useLingui} from '@lingui/react/macro'
import {useId} from 'react'
import type {Form} from './form'

/** In the words of the policy: who else sees it is said before it is hidden. */
export function PrivateField({form, set}: {form: Form; set: (change: Partial<Form>) => void}) {
  const {t} = useLingui()
  const id = useId()
  return (
    <div className="private">
      <label className="check">
        <input
          type="checkbox"
          checked={form.private}
          aria-describedby={id}
          onChange={(event) => set({private: event.target.checked})}
        />
        {t`Private`}
      </label>
      <p id={id} className="quiet">
        {t`Seen only by whose it is, who wrote it, who is named in it or takes part, and whoever may see private activities.`}
      </p>
    </div>
  )
}
