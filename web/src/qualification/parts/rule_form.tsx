import {useLingui} from '@lingui/react/macro'
import {useState} from 'react'
import type {LeadMeritKind} from '../../gql/graphql'
import {Field} from '../../ui/field'
import {Making} from '../../ui/making'
import type {Problem} from '../../ui/problems'
import {Select} from '../../ui/select'
import type {DraftRule} from '../draft'
import {useQualificationWords} from '../words'
import {Condition} from './condition'

const OPEN = {
  ...{field: null, match: null, value: null, question: null},
  ...{source: null, activity: null, least: null, within: null},
}

/** What a condition of a kind begins with. */
const BEGINS: Partial<Record<LeadMeritKind, Partial<DraftRule>>> = {
  FIELD: {field: 'COUNTRY', match: 'IS'},
  ACTIVITIES: {least: 1},
  TALKED_WITHIN: {within: 60},
}

interface Props {
  rule: DraftRule | undefined
  put: (rule: DraftRule) => void
  remove: (rule: DraftRule) => void
  close: () => void
}

/** One rule: under which condition it holds, and its points. It is kept with all the others, when they are saved. */
export default function RuleForm({rule: given, put, remove, close}: Props) {
  const {t} = useLingui()
  const {merits} = useQualificationWords()
  const [before] = useState<DraftRule>(() => given ?? {...OPEN, key: crypto.randomUUID(), merit: 'PHONE', points: '10'})
  const [rule, setRule] = useState(before)
  const [problems, setProblems] = useState<Problem[]>([])
  const apply = () => {
    if (rule.merit === 'SOURCE' && !rule.source) {
      setProblems([{code: 'REQUIRED', field: 'source', message: t`Choose a source.`}])
      return
    }
    put(rule)
    close()
  }
  const choose = (merit: string) => {
    const kind = merit as LeadMeritKind
    setProblems([])
    setRule({...OPEN, key: rule.key, points: rule.points, merit: kind, ...BEGINS[kind]})
  }
  return (
    <Making
      title={given ? t`Change the rule` : t`New rule`}
      act={given ? t`Apply` : t`Add`}
      width={480}
      dirty={JSON.stringify(rule) !== JSON.stringify(before)}
      saving={false}
      problems={problems}
      fields={['source']}
      save={apply}
      remove={
        given
          ? () => {
              remove(given)
              close()
            }
          : undefined
      }
      close={close}
    >
      <Select label={t`Condition`} value={rule.merit} onValue={choose}>
        {(Object.keys(merits) as LeadMeritKind[]).map((one) => (
          <option key={one} value={one}>
            {merits[one]}
          </option>
        ))}
      </Select>
      <Condition rule={rule} set={setRule} problems={problems} />
      <Field
        label={t`Points`}
        type="number"
        dir="ltr"
        required
        min={-1000}
        max={1000}
        value={rule.points}
        onValue={(points) => setRule({...rule, points})}
        hint={t`Below zero they are taken away.`}
      />
    </Making>
  )
}
