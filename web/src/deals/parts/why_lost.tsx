import './why_lost.css'
import {useLingui} from '@lingui/react/macro'
import {useEffect, useId, useRef} from 'react'
import {useQuery} from 'urql'
import {useRights} from '../../batches'
import {LossReasonsDocument} from '../../gql/graphql'
import {Field} from '../../ui/field'
import {Keys} from '../../ui/keys'

/** What is said of a lost deal; an empty text is nothing. */
export interface Loss {
  reason: string
  remark: string
}

const KEYS = '123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const NONE = '0'

/** Why a deal is lost: a key for each reason of the company, and a remark. Nobody has to say either. */
export function WhyLost({loss, onLoss}: {loss: Loss; onLoss: (loss: Loss) => void}) {
  const {t} = useLingui()
  const group = useId()
  const list = useRef<HTMLFieldSetElement>(null)
  const {known, writes} = useRights('Deal')
  const [{data}] = useQuery({query: LossReasonsDocument, requestPolicy: 'cache-and-network'})
  const listed = (data?.lossReasons ?? []).filter(({active}) => active)
  const choices = [
    ...listed.map(({id, name}, index) => ({id, name, keys: KEYS.charAt(index)})),
    {id: '', name: t`No reason`, keys: NONE},
  ]
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const held = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey
      if (held || !writes('lossReason') || isTyping(event.target)) return
      const index = choices.findIndex(({keys}) => keys && codesOf(keys).includes(event.code))
      const chosen = choices[index]
      if (!chosen) return
      event.preventDefault()
      onLoss({...loss, reason: chosen.id})
      list.current?.querySelectorAll('input')[index]?.focus()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  })
  // It comes a moment after the dialog, which has put the focus somewhere else.
  const there = known && data !== undefined
  useEffect(() => {
    if (there) list.current?.querySelector<HTMLElement>(':checked')?.focus()
  }, [there])
  if (!there) return null
  return (
    <>
      {writes('lossReason') ? (
        <fieldset className="reasons" ref={list}>
          <legend>{t`Why was it lost?`}</legend>
          {choices.map(({id, name, keys}) => (
            <label key={id}>
              <input
                type="radio"
                name={group}
                checked={loss.reason === id}
                onChange={() => onLoss({...loss, reason: id})}
              />
              <span className="own" dir="auto">
                {name}
              </span>
              {keys ? <Keys keys={keys} /> : null}
            </label>
          ))}
        </fieldset>
      ) : null}
      {writes('lossRemark') ? (
        <Field
          label={t`Remark`}
          dir="auto"
          maxLength={1000}
          value={loss.remark}
          onValue={(remark) => onLoss({...loss, remark})}
        />
      ) : null}
    </>
  )
}

/** By its place on the keyboard, the number pad's too: a Hebrew or Arabic layout sends other signs. */
const codesOf = (key: string) => (/\d/.test(key) ? [`Digit${key}`, `Numpad${key}`] : [`Key${key}`])

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input:not([type="radio"]), textarea, select') !== null
