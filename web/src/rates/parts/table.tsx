import {Trans, useLingui} from '@lingui/react/macro'
import {ActionIcon} from '@mantine/core'
import {IconTrash} from '@tabler/icons-react'
import {DeleteRateDocument, type RateRowFragment, RestoreRateDocument} from '../../gql/graphql'
import {Bone} from '../../ui/empty'
import {useFormats} from '../../ui/formats'
import {useRemoval} from '../../ui/removal'

interface Props {
  rates: RateRowFragment[]
  loading: boolean
  mayRemove: boolean
}

/** The rates day by day, newest first; a day is said once. */
export function RateTable({rates, loading, mayRemove}: Props) {
  const {t} = useLingui()
  const {day} = useFormats()
  return (
    <table className="rates" aria-label={t`Exchange rates`}>
      <thead>
        <tr>
          <th scope="col">
            <Trans>From the day</Trans>
          </th>
          <th scope="col">
            <Trans>Currency</Trans>
          </th>
          <th scope="col" className="end">
            <Trans>Rate</Trans>
          </th>
          {mayRemove ? (
            <th scope="col" className="do">
              <span className="vh">
                <Trans>Actions</Trans>
              </span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {loading ? <Bones /> : null}
        {rates.map((rate, index) => (
          <tr key={rate.id}>
            <td className="num">
              {rates[index - 1]?.startsOn === rate.startsOn ? (
                <span className="vh">{day(rate.startsOn)}</span>
              ) : (
                day(rate.startsOn)
              )}
            </td>
            <th scope="row">
              <span className="ltr">{rate.currency}</span>
            </th>
            <td className="end num">
              <Value rate={rate} />
            </td>
            {mayRemove ? (
              <td className="do">
                <Remove rate={rate} />
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Value({rate: {currency, against, rate}}: {rate: RateRowFragment}) {
  const {rateOf} = useFormats()
  return (
    <bdi dir="ltr" title={`1 ${currency} = ${rateOf(rate)} ${against}`}>
      {rateOf(rate)} <span className="quiet">{against}</span>
    </bdi>
  )
}

function Remove({rate: {id, currency, startsOn, version}}: {rate: RateRowFragment}) {
  const {t} = useLingui()
  const {day} = useFormats()
  const remove = useRemoval({remove: DeleteRateDocument, restore: RestoreRateDocument})
  const name = `${currency}, ${day(startsOn)}`
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={t`Delete ${name}`}
      onClick={() => void remove({id, name, version})}
    >
      <IconTrash size={16} />
    </ActionIcon>
  )
}

function Bones() {
  return Array.from({length: 5}, (_, row) => (
    <tr key={row} aria-hidden>
      <td>
        <Bone inline="60%" />
      </td>
      <td>
        <Bone inline="40%" />
      </td>
      <td>
        <Bone inline="50%" />
      </td>
    </tr>
  ))
}
