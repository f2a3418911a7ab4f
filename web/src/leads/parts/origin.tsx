import {useLingui} from '@lingui/react/macro'
import {useChannels} from '../../attribution'
import type {LeadWholeFragment} from '../../gql/graphql'
import {Fact, FactList} from '../../ui/facts'
import {Part} from '../../ui/part'

/** What led somebody to us: the source, the channel, the campaign and the pages. */
export function Origin({lead}: {lead: LeadWholeFragment}) {
  const {t} = useLingui()
  const channels = useChannels()
  const {source, channel, utmSource, utmMedium, utmCampaign, utmTerm, utmContent, clickId, landingPage, referrer} = lead
  const said = [
    {label: t`Campaign`, text: utmCampaign},
    {label: t`Tagged as`, text: [utmSource, utmMedium].filter(Boolean).join(' / ')},
    {label: t`Search words`, text: utmTerm},
    {label: t`Advert`, text: utmContent},
    {label: t`Click`, text: clickId},
  ]
  const pages = [
    {label: t`Landed on`, address: landingPage},
    {label: t`Came from`, address: referrer},
  ]
  return (
    <Part title={t`Where it came from`}>
      <FactList>
        <Fact label={t`Source`}>
          {source ? <bdi>{source.name}</bdi> : <span className="quiet">{t`Not said`}</span>}
        </Fact>
        {channel ? <Fact label={t`Channel`}>{channels[channel]}</Fact> : null}
        {said.map(({label, text}) =>
          text ? (
            <Fact key={label} label={label}>
              <bdi className="lead-long">{text}</bdi>
            </Fact>
          ) : null,
        )}
        {pages.map(({label, address}) =>
          address ? (
            <Fact key={label} label={label}>
              <a className="lead-long" href={safe(address)} target="_blank" rel="noreferrer nofollow" dir="ltr">
                {address.replace(/^https?:\/\//, '').replace(/\?.*$/, '')}
              </a>
            </Fact>
          ) : null,
        )}
      </FactList>
    </Part>
  )
}

/** It was said by a stranger's browser: only an address of the web is a link. */
const safe = (address: string) => (/^https?:\/\//i.test(address) ? address : undefined)
