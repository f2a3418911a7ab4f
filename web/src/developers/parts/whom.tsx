import {useLingui} from '@lingui/react/macro'
import {Field} from '../../ui/field'
import {Select} from '../../ui/select'

/** As whom it is asked: as the member himself, or with a token that is pasted in. */
export interface Whom {
  self: boolean
  token: string
}

interface Props extends Whom {
  why?: string
  set: (whom: Whom) => void
}

export function AskAs({self, token, why, set}: Props) {
  const {t} = useLingui()
  return (
    <>
      <Select
        label={t`Ask as`}
        value={self ? 'self' : 'token'}
        hint={self ? t`By a token that ends when you leave this page.` : undefined}
        onValue={(chosen) => set({self: chosen === 'self', token})}
      >
        <option value="self">{t`yourself`}</option>
        <option value="token">{t`a program, by its token`}</option>
      </Select>
      {self ? null : (
        <Field
          label={t`Token`}
          type="password"
          dir="ltr"
          autoComplete="off"
          spellCheck={false}
          value={token}
          why={why}
          onValue={(text) => set({self, token: text})}
        />
      )}
    </>
  )
}
