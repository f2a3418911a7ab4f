import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {useState} from 'react'
import {Field} from '../../ui/field'
import type {Problem} from '../../ui/problems'
import {Refused, whyOf} from '../../ui/refused'
import type {AddHolidays} from './holiday_deeds'
import {pastedDays} from './pasted'

/** One by hand, or many pasted: a line each, with its day first. */
export function NewHoliday({year, add}: {year: number; add: AddHolidays}) {
  const {t} = useLingui()
  const [name, setName] = useState('')
  const [day, setDay] = useState('')
  const [half, setHalf] = useState('')
  const [yearly, setYearly] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const save = async () => {
    if (!day) {
      setProblems([{code: 'REQUIRED', field: 'fallsOn', message: t`Choose a day.`}])
      return
    }
    const refused = await add([{name, fallsOn: day, yearly, halfUntil: half || null}])
    setProblems(refused)
    if (refused.length) return
    setName('')
    setHalf('')
    setYearly(false)
  }
  const paste = (text: string) => {
    const pasted = pastedDays(text)
    if (!pasted) return false
    const {days, bad} = pasted
    if (bad === undefined) void add(days).then(setProblems)
    else {
      const message = t`“${bad}” does not begin with a day such as ${`${String(year)}-05-12`}. Nothing was added.`
      setProblems([{code: 'BAD_DAY', field: 'name', message}])
    }
    return true
  }
  return (
    <form
      className="new-holiday"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Field
        label={t`New holiday`}
        dir="auto"
        placeholder={t`Its name, or pasted lines such as ${`${String(year)}-05-12`} …`}
        value={name}
        onValue={setName}
        onPaste={(event) => {
          if (paste(event.clipboardData.getData('text/plain'))) event.preventDefault()
        }}
        why={whyOf(problems, 'name')}
      />
      <Field label={t`Day`} type="date" value={day} onValue={setDay} why={whyOf(problems, 'fallsOn')} />
      <Field
        label={t`Half a day, until`}
        type="time"
        value={half}
        onValue={setHalf}
        why={whyOf(problems, 'halfUntil')}
      />
      <label className="tick">
        <input type="checkbox" checked={yearly} onChange={({target}) => setYearly(target.checked)} />
        <Trans>Every year</Trans>
      </label>
      <Button type="submit" variant="default" size="compact-md">
        <Trans>Add</Trans>
      </Button>
      <Refused problems={problems} fields={['name', 'fallsOn', 'halfUntil']} />
    </form>
  )
}
