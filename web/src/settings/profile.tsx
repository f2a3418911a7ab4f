import '../ui/form.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {useMemo, useState} from 'react'
import {useMutation} from 'urql'
import {UpdateProfileDocument} from '../gql/graphql'
import {useMe} from '../members'
import {Avatar} from '../ui/avatar'
import {Chooser} from '../ui/chooser'
import {useFormats} from '../ui/formats'
import {Paper} from '../ui/paper'
import {Picked} from '../ui/picked'
import {isLanguage, keepLanguage, languages, pageLanguage} from '../ui/preferences'
import {type Problem, problemsOf} from '../ui/problems'
import {Refused, whyOf} from '../ui/refused'
import {useSay} from '../ui/say'
import {Section} from '../ui/section'
import {Select} from '../ui/select'

/** A member's own language and time zone; the rest of what is known of him is the company's to change. */
export function Profile() {
  const {t} = useLingui()
  return (
    <Paper title={t`Profile`}>
      <Person />
      <Tongue />
    </Paper>
  )
}

function Person() {
  const {member, tenant} = useMe()
  return (
    <Section
      title={
        <span className="own" dir="auto">
          {member.name}
        </span>
      }
      lead={
        <>
          <span className="ltr">{member.email}</span> · <bdi>{tenant.name}</bdi>
        </>
      }
      aside={<Avatar name={member.name} size={40} plain />}
    >
      <div className="inside">
        <p className="quiet">
          <Trans>Your name and your address are changed by those who manage the members.</Trans>
        </p>
      </div>
    </Section>
  )
}

function Tongue() {
  const {t} = useLingui()
  const {member, tenant} = useMe()
  const {moment, weekday} = useFormats()
  const say = useSay()
  const [locale, setLocale] = useState(member.locale)
  const [zone, setZone] = useState(member.timeZone)
  const [first, setFirst] = useState(member.weekStart ?? null)
  const [problems, setProblems] = useState<Problem[]>([])
  const [{fetching}, save] = useMutation(UpdateProfileDocument)
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone').map((value) => ({value, label: spaced(value)})), [])
  const [now] = useState(() => new Date().toISOString())
  const dayNamed = (day: number) => weekday(new Date(Date.UTC(2024, 0, day)).toISOString())
  const companys = dayNamed(tenant.weekStart)
  const changed = locale !== member.locale || zone !== member.timeZone || first !== (member.weekStart ?? null)
  const send = async () => {
    const answer = await save({input: {locale, timeZone: zone, weekStart: first}})
    const refused = problemsOf(answer, t`The server does not answer. Nothing was changed.`)
    setProblems(refused)
    if (refused.length) return
    say(t`Saved`)
    if (!isLanguage(locale) || locale === pageLanguage()) return
    keepLanguage(locale)
    location.reload()
  }
  return (
    <Section
      title={t`Language and time`}
      lead={t`How Kesher speaks to you, here and in its mails; nobody else sees it change.`}
      foot={
        <Button size="compact-md" disabled={!changed} loading={fetching} onClick={() => void send()}>
          <Trans>Save</Trans>
        </Button>
      }
    >
      <div className="inside">
        <div className="columns">
          <Select label={t`Language`} value={locale} onValue={setLocale} why={whyOf(problems, 'locale')}>
            {Object.entries(languages).map(([code, name]) => (
              <option key={code} value={code} lang={code}>
                {name}
              </option>
            ))}
          </Select>
          <Picked
            label={t`Time zone`}
            why={whyOf(problems, 'timeZone')}
            hint={zone === member.timeZone ? t`There it is ${moment(now)}` : undefined}
          >
            <Chooser
              label={t`Time zone`}
              required
              choices={zones}
              value={zone}
              name={spaced(zone)}
              onChange={(next) => setZone(next ?? zone)}
            />
          </Picked>
          <Select
            label={t`The week begins on`}
            value={first === null ? '' : String(first)}
            onValue={(next) => setFirst(next ? Number(next) : null)}
            why={whyOf(problems, 'weekStart')}
          >
            <option value="">{t`As in the company (${companys})`}</option>
            {WEEK.map((day) => (
              <option key={day} value={day}>
                {dayNamed(day)}
              </option>
            ))}
          </Select>
        </div>
        <Refused problems={problems} fields={['locale', 'timeZone', 'weekStart']} />
      </div>
    </Section>
  )
}

/** From Monday, the first of January 2024. */
const WEEK = [1, 2, 3, 4, 5, 6, 7]

const spaced = (zone: string) => zone.replaceAll('_', ' ')
