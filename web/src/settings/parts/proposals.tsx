import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {useState} from 'react'
import {useQuery} from 'urql'
import {HolidayProposalsDocument} from '../../gql/graphql'
import {Chooser} from '../../ui/chooser'
import {Dialog} from '../../ui/dialog'
import {Bone} from '../../ui/empty'
import {useFormats} from '../../ui/formats'
import {Picked} from '../../ui/picked'
import type {Problem} from '../../ui/problems'
import {Refused} from '../../ui/refused'
import type {Company} from './company'
import type {AddHolidays} from './holiday_deeds'

const COUNTRIES = [
  'IL',
  'EG',
  'JO',
  'AE',
  'SA',
  'MA',
  'TN',
  'BH',
  'KW',
  'QA',
  'OM',
  'GB',
  'US',
  'DE',
  'FR',
  'ES',
  'IT',
  'CY',
]
const HOMES: Record<string, string> = {
  'Asia/Jerusalem': 'IL',
  'Africa/Cairo': 'EG',
  'Asia/Amman': 'JO',
  'Asia/Dubai': 'AE',
  'Asia/Riyadh': 'SA',
  'Europe/London': 'GB',
}

interface Props {
  company: Company
  year: number
  add: AddHolidays
  close: () => void
}

/** Public holidays of a country, to pick from: nothing is set that was not picked. */
export default function Proposals({company, year, add, close}: Props) {
  const {t, i18n} = useLingui()
  const {dayInFull} = useFormats()
  const names = new Intl.DisplayNames([i18n.locale], {type: 'region'})
  const [country, setCountry] = useState(HOMES[company.timeZone] ?? 'GB')
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [problems, setProblems] = useState<Problem[]>([])
  const [{data, error}] = useQuery({
    query: HolidayProposalsDocument,
    variables: {country, year},
    requestPolicy: 'network-only',
  })
  const found = data?.holidayProposals
  const keyOf = ({on, name}: {on: string; name: string}) => `${on} ${name}`
  const chosen = (found ?? []).filter((one) => picked.has(keyOf(one)))
  const toggle = (key: string) =>
    setPicked(new Set(picked.has(key) ? [...picked].filter((one) => one !== key) : [...picked, key]))
  const save = async () => {
    const refused = await add(chosen.map(({on, name}) => ({fallsOn: on, name})))
    setProblems(refused)
    if (!refused.length) close()
  }
  return (
    <Dialog
      title={t`Holidays of a country, ${year}`}
      width={480}
      onClose={close}
      footer={
        <>
          <Button variant="default" size="compact-md" onClick={close}>
            <Trans>Cancel</Trans>
          </Button>
          <Button size="compact-md" disabled={!chosen.length} onClick={() => void save()}>
            <Plural value={chosen.length} one="Add # holiday" other="Add # holidays" />
          </Button>
        </>
      }
    >
      <div className="form">
        <Picked label={t`Country`}>
          <Chooser
            label={t`Country`}
            required
            choices={COUNTRIES.map((value) => ({value, label: names.of(value) ?? value}))}
            value={country}
            name={names.of(country)}
            onChange={(next) => setCountry(next ?? country)}
          />
        </Picked>
        {error ? (
          <Refused problems={[{code: 'REFUSED', message: error.graphQLErrors[0]?.message ?? error.message}]} />
        ) : null}
        {!found && !error ? <Bone inline="100%" block={160} /> : null}
        <ul className="proposals">
          {(found ?? []).map((one) => (
            <li key={keyOf(one)}>
              <label className="tick">
                <input
                  type="checkbox"
                  checked={one.known || picked.has(keyOf(one))}
                  disabled={one.known}
                  onChange={() => toggle(keyOf(one))}
                />
                <span>
                  <bdi>{one.name}</bdi> · <bdi>{dayInFull(one.on)}</bdi>
                </span>
              </label>
            </li>
          ))}
        </ul>
        <Refused problems={problems} />
      </div>
    </Dialog>
  )
}
