import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconArrowBackUp, IconBuilding, IconCoin, IconUser} from '@tabler/icons-react'
import {Link} from '@tanstack/react-router'
import {useState} from 'react'
import type {LeadWholeFragment} from '../../gql/graphql'
import {useFormats} from '../../ui/formats'
import {useStill} from '../../ui/still'
import {Tag} from '../../ui/tag'
import {useLeadDeeds} from '../deeds'
import {useLeadWords} from '../words'

/** What became of a lead that is worked on no more, and the way back. */
export function Banner({lead}: {lead: LeadWholeFragment}) {
  const [refused, setRefused] = useState<string>()
  const deeds = useLeadDeeds()
  const still = useStill()
  const take = async (act: typeof deeds.reopen | typeof deeds.unconvert) => {
    const [problem] = await act(lead)
    setRefused(problem?.message)
  }
  const closed = lead.status === 'CONVERTED' || lead.status === 'UNFIT'
  if (!closed) return null
  return (
    <section className="lead-banner" data-status={lead.status}>
      {lead.status === 'CONVERTED' ? <Became lead={lead} /> : <Why lead={lead} />}
      <span className="grow" />
      {still ? null : (
        <Button
          size="compact-md"
          variant="default"
          leftSection={<IconArrowBackUp size={14} className="mirror" />}
          onClick={() => void take(lead.status === 'CONVERTED' ? deeds.unconvert : deeds.reopen)}
        >
          {lead.status === 'CONVERTED' ? <Trans>Take it back</Trans> : <Trans>Work on it again</Trans>}
        </Button>
      )}
      {refused ? (
        <p className="trouble" role="alert">
          {refused}
        </p>
      ) : null}
    </section>
  )
}

function Became({lead: {conversion}}: {lead: LeadWholeFragment}) {
  const {t} = useLingui()
  const {moment} = useFormats()
  if (!conversion) return <Trans>Converted</Trans>
  const {account, contact, deal, accountMade, contactMade, dealMade, by, at} = conversion
  const parts = [
    {record: account, to: '/accounts/$id', made: accountMade, icon: <IconBuilding size={14} />},
    {record: contact, to: '/contacts/$id', made: contactMade, icon: <IconUser size={14} />},
    {record: deal, to: '/deals/$id', made: dealMade, icon: <IconCoin size={14} />},
  ] as const
  const who = <bdi>{by?.name}</bdi>
  const when = <span className="num">{moment(at)}</span>
  return (
    <div className="became">
      <strong>
        {by ? (
          <Trans>
            Converted by {who}, {when}
          </Trans>
        ) : (
          <Trans>Converted, {when}</Trans>
        )}
      </strong>
      <ul>
        {parts.map(({record, to, made, icon}) =>
          record ? (
            <li key={to}>
              <Link to={to} params={{id: record.id}}>
                {icon}
                <bdi className="clip">{record.name}</bdi>
              </Link>
              <Tag tone={made ? 'good' : ''}>{made ? t`new` : t`was here`}</Tag>
            </li>
          ) : null,
        )}
      </ul>
    </div>
  )
}

function Why({lead: {unfitReason, unfitRemark}}: {lead: LeadWholeFragment}) {
  const {reasons} = useLeadWords()
  const reason = reasons[unfitReason ?? 'OTHER']
  return (
    <div className="became">
      <strong>
        <Trans>Unfit: {reason}</Trans>
      </strong>
      {unfitRemark ? <p dir="auto">{unfitRemark}</p> : null}
    </div>
  )
}
