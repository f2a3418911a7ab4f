import {useLingui} from '@lingui/react/macro'
import {IconUserPlus} from '@tabler/icons-react'
import {Link} from '@tanstack/react-router'
import {useChannels} from '../../attribution'
import type {CameFromFragment} from '../../gql/graphql'
import {useFormats} from '../../ui/formats'
import {Part} from '../../ui/part'

/** The leads that were converted into a record, and what had led each of them to us. */
export default function Leads({conversions: {nodes, totalCount}}: {conversions: CameFromFragment}) {
  const {t} = useLingui()
  const {day, dayOf, momentInFull} = useFormats()
  const channels = useChannels()
  const several = totalCount > 1
  return (
    <Part title={several ? t`From leads` : t`From a lead`} count={several ? totalCount : undefined}>
      <ul className="line-items">
        {nodes.map(({id, at, lead}) => {
          if (!lead) return null
          const when = momentInFull(at)
          const led = [lead.source?.name, lead.channel ? channels[lead.channel] : null, lead.utmCampaign]
          return (
            <li key={id}>
              <IconUserPlus size={16} />
              <div className="two">
                <Link to="/leads/$id" params={{id: lead.id}} className="own" dir="auto">
                  {lead.name}
                </Link>
                <small>
                  {led
                    .filter((one) => one)
                    .map((one, place) => (
                      <span key={place}>
                        {place ? ' · ' : null}
                        <bdi>{one}</bdi>
                      </span>
                    ))}
                </small>
              </div>
              <small className="end num" title={t`Converted, ${when}`}>
                {day(dayOf(at))}
              </small>
            </li>
          )
        })}
      </ul>
    </Part>
  )
}
