import {useLingui} from '@lingui/react/macro'
import {useFormats} from '../../ui/formats'
import {Select} from '../../ui/select'
import {examples} from '../examples'
import type {Sent, Written} from '../past'

/** What to begin with: an example, or what was sent from this tab. */
export function Begin({past, choose}: {past: readonly Sent[]; choose: (written: Written) => void}) {
  const {t, i18n} = useLingui()
  const {moment} = useFormats()
  const pick = (chosen: string) => {
    const found = [...examples, ...past].find(({id}) => id === chosen)
    if (found) choose(found)
  }
  return (
    <Select label={t`Begin with`} value="" onValue={pick}>
      <option value="">{t`Choose…`}</option>
      <optgroup label={t`Examples`}>
        {examples.map(({id, name}) => (
          <option key={id} value={id}>
            {i18n._(name)}
          </option>
        ))}
      </optgroup>
      {past.length ? (
        <optgroup label={t`Sent from this tab`}>
          {past.map(({id, name, at}) => (
            <option key={id} value={id} dir="ltr">
              {name} · {moment(at)}
            </option>
          ))}
        </optgroup>
      ) : null}
    </Select>
  )
}
