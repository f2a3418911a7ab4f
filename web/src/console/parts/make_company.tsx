import {Trans, useLingui} from '@lingui/react/macro'
import {useNavigate} from '@tanstack/react-router'
import {useState} from 'react'
import {useMutation} from 'urql'
import {Field} from '../../ui/field'
import {Making} from '../../ui/making'
import {languages, pageLanguage} from '../../ui/preferences'
import {type Problem, problemsOf} from '../../ui/problems'
import {whyOf} from '../../ui/refused'
import {Select} from '../../ui/select'
import {CreateCompanyDocument} from '../graphql'

const fields = ['name', 'slug', 'ownerEmail', 'currency', 'locale', 'timeZone', 'reason'] as const
type Draft = Record<(typeof fields)[number], string>

/** A company for its owner; a worker makes it, and the list of actions tells how far it is. */
export function MakeCompany({close}: {close: () => void}) {
  const {t} = useLingui()
  const navigate = useNavigate()
  const [start] = useState<Draft>(() => ({
    name: '',
    slug: '',
    ownerEmail: '',
    currency: 'USD',
    locale: pageLanguage(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    reason: '',
  }))
  const [draft, setDraft] = useState(start)
  const [problems, setProblems] = useState<Problem[]>([])
  const [{fetching}, create] = useMutation(CreateCompanyDocument)
  const save = async () => {
    const refused = problemsOf(await create({input: draft}), t`The server does not answer. Nothing was changed.`)
    setProblems(refused)
    if (!refused.length) void navigate({to: '/errands'})
  }
  const of = (name: keyof Draft) => ({
    value: draft[name],
    onValue: (value: string) => setDraft({...draft, [name]: value}),
    why: whyOf(problems, name),
  })
  return (
    <Making
      title={t`New company`}
      width={520}
      dirty={draft !== start}
      saving={fetching}
      problems={problems}
      fields={fields}
      save={() => void save()}
      close={close}
    >
      <Field label={t`Name`} dir="auto" {...of('name')} />
      <div className="columns">
        <Field label={t`Address`} dir="ltr" spellCheck={false} autoCapitalize="none" {...of('slug')} />
        <Field label={t`Owner’s e-mail`} type="email" dir="ltr" {...of('ownerEmail')} />
        <Field label={t`Currency`} dir="ltr" maxLength={3} {...of('currency')} />
        <Select label={t`Language`} {...of('locale')}>
          {Object.entries(languages).map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
        <Field label={t`Time zone`} dir="ltr" list="console-zones" {...of('timeZone')} />
      </div>
      <datalist id="console-zones">
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <Field label={t`Reason`} dir="auto" {...of('reason')} />
      <p className="quiet">
        <Trans>The company can read the reason in its own audit trail.</Trans>
      </p>
    </Making>
  )
}
