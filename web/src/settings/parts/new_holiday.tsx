import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {useState} from 'react'
import {Field} from '../../ui/field'
import type {Problem} from '../../ui/problems'
import {Refused, whyOf} from '../../ui/refused'
import type {AddHolidays} from './holiday_deeds'

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
    const lines = text.split('\n').flatMap((line) => {
      const found = /^\s*(\d{4}-\d{2}-\d{2})[\s,;\t]+(.+?)\s*$/.exec(line)
      return found?.[1] && found[2] ? [{fallsOn: found[1], name: found[2]}] : []
    })
    if (lines.length > 1) void add(lines).then(setProblems)
    return lines.length > 1
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
