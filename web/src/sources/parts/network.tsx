import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {useState} from 'react'
import type {SourceRowFragment} from '../../gql/graphql'
import {Field} from '../../ui/field'
import {Refused, whyOf} from '../../ui/refused'
import {Copyable} from '../../ui/secret'
import {Section} from '../../ui/section'
import {Tag} from '../../ui/tag'
import {useCredentials, useKey} from '../keys'

type Network = 'FACEBOOK' | 'LINKEDIN'

interface Props {
  source: SourceRowFragment
  network: Network
}

/** What a network is told so that it sends to us, and what it tells so that we may fetch what it names. */
export function NetworkDoor({source, network}: Props) {
  return (
    <>
      <Entrusted source={source} network={network} />
      <Webhook source={source} network={network} />
    </>
  )
}

function Entrusted({source, network}: Props) {
  const {t} = useLingui()
  const {keep, problems, saving} = useCredentials(source)
  const [signing, setSigning] = useState('')
  const [token, setToken] = useState('')
  const {hasSigningSecret, hasAccessToken} = source
  const facebook = network === 'FACEBOOK'
  const save = async () => {
    const given = {signingSecret: signing.trim() || undefined, accessToken: token.trim() || undefined}
    if (!(await keep(given))) return
    setSigning('')
    setToken('')
  }
  const kept = t`Kept sealed. Type another one to replace it.`
  return (
    <Section
      title={facebook ? t`Your Facebook app` : t`Your LinkedIn app`}
      lead={
        facebook
          ? t`The app secret stands under “App settings”, “Basic”. The access token is your page’s, with the right leads_retrieval; make one that does not expire.`
          : t`The client secret stands under “Auth” of your app at LinkedIn. The access token needs the right r_marketing_leadgen_automation; it expires after two months.`
      }
      aside={
        hasSigningSecret && hasAccessToken ? (
          <Tag tone="good">
            <Trans>connected</Trans>
          </Tag>
        ) : (
          <Tag tone="warn">
            <Trans>not connected yet: nothing comes in</Trans>
          </Tag>
        )
      }
      foot={
        <Button
          size="compact-md"
          disabled={!signing.trim() && !token.trim()}
          loading={saving}
          onClick={() => void save()}
        >
          <Trans>Save</Trans>
        </Button>
      }
    >
      <div className="inside source-places">
        <Field
          label={facebook ? t`App secret` : t`Client secret`}
          type="password"
          dir="ltr"
          autoComplete="off"
          maxLength={4000}
          placeholder={hasSigningSecret ? kept : undefined}
          value={signing}
          onValue={setSigning}
          why={whyOf(problems, 'signingSecret')}
        />
        <Field
          label={t`Access token`}
          type="password"
          dir="ltr"
          autoComplete="off"
          maxLength={4000}
          placeholder={hasAccessToken ? kept : undefined}
          value={token}
          onValue={setToken}
          why={whyOf(problems, 'accessToken')}
        />
        <Refused problems={problems} fields={['signingSecret', 'accessToken']} />
      </div>
    </Section>
  )
}

function Webhook({source, network}: Props) {
  const {t} = useLingui()
  const {secret, problems, making, make} = useKey(source)
  const {key, hasSecret} = source
  const facebook = network === 'FACEBOOK'
  const url = `${location.origin}/hooks/${network.toLowerCase()}/${key}`
  return (
    <Section
      title={t`Webhook`}
      lead={
        facebook
          ? t`In your app at Facebook, open “Webhooks”, choose “Page”, type both and subscribe to “leadgen”. Then subscribe your page to the app.`
          : t`Give this address to LinkedIn in a lead notification subscription. LinkedIn tests it at once, with the client secret above.`
      }
      foot={
        facebook ? (
          <Button size="compact-md" variant={hasSecret ? 'default' : undefined} loading={making} onClick={make}>
            {hasSecret ? <Trans>Make another verify token</Trans> : <Trans>Make a verify token</Trans>}
          </Button>
        ) : undefined
      }
    >
      <div className="inside source-places">
        <div className="field">
          <span className="label">{facebook ? t`Callback URL` : t`Webhook URL`}</span>
          <Copyable text={url} label={facebook ? t`Callback URL` : t`Webhook URL`} />
        </div>
        {secret ? (
          <div className="field">
            <span className="label">{t`Verify token`}</span>
            <Copyable text={secret} label={t`Verify token`} />
            <p className="hint" role="status">
              <Trans>Copy it now: it is never shown again. The one before counts no more.</Trans>
            </p>
          </div>
        ) : null}
        <Refused problems={problems} />
      </div>
    </Section>
  )
}
