import {useLingui} from '@lingui/react/macro'
import {useQuery} from 'urql'
import {type ActivityKind, type FieldMatch, type KnownField, LeadChoicesDocument} from '../../gql/graphql'
import {Chooser} from '../../ui/chooser'
import {Field} from '../../ui/field'
import {Picked} from '../../ui/picked'
import type {Problem} from '../../ui/problems'
import {whyOf} from '../../ui/refused'
import {Select} from '../../ui/select'
import type {DraftRule} from '../draft'
import {useQualificationWords} from '../words'

interface Props {
  rule: DraftRule
  set: (rule: DraftRule) => void
}

/** What a condition of this kind goes by; most kinds go by nothing else. */
export function Condition({rule, set, problems}: Props & {problems: readonly Problem[]}) {
  if (rule.merit === 'FIELD') return <OfField rule={rule} set={set} />
  if (rule.merit === 'ANSWER') return <OfAnswer rule={rule} set={set} />
  if (rule.merit === 'SOURCE') return <OfSource rule={rule} set={set} why={whyOf(problems, 'source')} />
  if (rule.merit === 'ACTIVITIES') return <OfActivities rule={rule} set={set} />
  return rule.merit === 'TALKED_WITHIN' ? <OfTime rule={rule} set={set} /> : null
}

function OfField({rule, set}: Props) {
  const {t} = useLingui()
  const {known, channels} = useQualificationWords()
  const matches: Record<FieldMatch, string> = {FILLED: t`is known`, IS: t`is`, HAS: t`has in it`}
  const some = (Object.keys(matches) as FieldMatch[]).filter(
    (one) => one === 'FILLED' || (rule.field !== 'PRODUCT' && !(one === 'HAS' && rule.field === 'CHANNEL')),
  )
  const choose = (next: string) => {
    const field = next as KnownField
    const match = field === 'PRODUCT' ? 'FILLED' : field === 'CHANNEL' && rule.match === 'HAS' ? 'IS' : rule.match
    set({...rule, field, match, value: field === 'CHANNEL' && match === 'IS' ? 'ORGANIC' : null})
  }
  const compare = (next: string) =>
    set({...rule, match: next as FieldMatch, value: rule.field === 'CHANNEL' && next === 'IS' ? 'ORGANIC' : rule.value})
  return (
    <>
      <div className="columns">
        <Select label={t`Field`} value={rule.field ?? ''} onValue={choose}>
          {Object.entries(known).map(([field, name]) => (
            <option key={field} value={field}>
              {name}
            </option>
          ))}
        </Select>
        <Select label={t`Compared`} value={rule.match ?? ''} onValue={compare}>
          {some.map((one) => (
            <option key={one} value={one}>
              {matches[one]}
            </option>
          ))}
        </Select>
      </div>
      {rule.match === 'FILLED' ? null : rule.field === 'CHANNEL' ? (
        <Select label={t`Value`} value={rule.value ?? ''} onValue={(value) => set({...rule, value})}>
          {Object.entries(channels).map(([channel, name]) => (
            <option key={channel} value={channel}>
              {name}
            </option>
          ))}
        </Select>
      ) : (
        <Field
          label={t`Value`}
          required
          dir="auto"
          maxLength={200}
          value={rule.value ?? ''}
          onValue={(value) => set({...rule, value})}
          hint={t`Case and accents make no difference.`}
        />
      )}
    </>
  )
}

function OfAnswer({rule, set}: Props) {
  const {t} = useLingui()
  return (
    <>
      <Field
        label={t`Question of the form`}
        required
        dir="auto"
        maxLength={200}
        value={rule.question ?? ''}
        onValue={(question) => set({...rule, question})}
      />
      <Field
        label={t`The answer has in it`}
        dir="auto"
        maxLength={200}
        value={rule.value ?? ''}
        onValue={(value) => set({...rule, value: value || null})}
        hint={t`Left empty, any answer counts.`}
      />
    </>
  )
}

function OfSource({rule, set, why}: Props & {why: string | undefined}) {
  const {t} = useLingui()
  const [{data}] = useQuery({query: LeadChoicesDocument, variables: {search: null}})
  const sources = data?.sources ?? []
  return (
    <Picked label={t`Source`} why={why}>
      <Chooser
        label={t`Source`}
        choices={sources.map(({id, name}) => ({value: id, label: name}))}
        value={rule.source?.id}
        name={rule.source?.name}
        onChange={(id) => set({...rule, source: sources.find((one) => one.id === id) ?? null})}
      />
    </Picked>
  )
}

function OfActivities({rule, set}: Props) {
  const {t} = useLingui()
  const {deeds} = useQualificationWords()
  return (
    <div className="columns">
      <Select
        label={t`Of a kind`}
        value={rule.activity ?? ''}
        onValue={(kind) => set({...rule, activity: kind ? (kind as ActivityKind) : null})}
      >
        <option value="">{t`Any but notes`}</option>
        {Object.entries(deeds).map(([kind, name]) => (
          <option key={kind} value={kind}>
            {name}
          </option>
        ))}
      </Select>
      <Field
        label={t`Done, at least`}
        type="number"
        dir="ltr"
        required
        min={1}
        max={100}
        value={String(rule.least ?? '')}
        onValue={(least) => set({...rule, least: least ? Number(least) : null})}
      />
    </div>
  )
}

function OfTime({rule, set}: Props) {
  const {t} = useLingui()
  return (
    <Field
      label={t`Within so many working minutes`}
      type="number"
      dir="ltr"
      required
      min={1}
      max={10080}
      value={String(rule.within ?? '')}
      onValue={(within) => set({...rule, within: within ? Number(within) : null})}
    />
  )
}
