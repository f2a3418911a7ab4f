import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconPlugConnected} from '@tabler/icons-react'
import {Suspense, useState} from 'react'
import {Confirm} from '../../ui/confirm'
import {useDoor, useSend} from '../../ui/doors'
import {Bone} from '../../ui/empty'
import {useFormats} from '../../ui/formats'
import {late} from '../../ui/late'
import {Refused} from '../../ui/refused'
import {Said} from '../../ui/said'
import {Copyable} from '../../ui/secret'
import {Section, SectionRow} from '../../ui/section'
import {Tag} from '../../ui/tag'

const NewProvider = late(() => import('./new_provider'))

interface Provider {
  id: string
  name: string
  issuer: string
  clientId: string
  enforced: boolean
  createdAt: string
  testedAt: string | null
  testAddress: string
}

interface Told {
  providers: Provider[]
  domains: string[]
  redirectAddress: string
}

type Asking = {kind: 'enforce' | 'loosen' | 'disable'; provider: Provider}

/** The company's own single sign-on: added, tried, enforced, ended. */
export function Providers() {
  const {t} = useLingui()
  const {data, problems, waiting, again} = useDoor<Told>('/identity/providers')
  const [making, setMaking] = useState(false)
  const [asking, setAsking] = useState<Asking | null>(null)
  return (
    <Section
      title={t`Single sign-on`}
      lead={t`Your people sign in where they sign in to everything else: any provider that speaks OpenID Connect.`}
      aside={
        <Button variant="default" size="compact-md" disabled={!data} onClick={() => setMaking(true)}>
          <Trans>Add a provider</Trans>
        </Button>
      }
    >
      <Refused problems={problems} />
      {waiting ? <Bone inline="100%" block={56} /> : null}
      {data?.providers.length ? (
        <ul className="section-rows">
          {data.providers.map((provider) => (
            <ProviderRow key={provider.id} provider={provider} ask={(kind) => setAsking({kind, provider})} />
          ))}
        </ul>
      ) : data ? (
        <p className="nothing">
          <Trans>None yet: people sign in with the providers that are offered to all, or with a passkey.</Trans>
        </p>
      ) : null}
      {data ? (
        <div className="inside redirect">
          <p className="quiet">
            <Trans>The address to register at your provider, as the place that it sends people back to:</Trans>
          </p>
          <Copyable text={data.redirectAddress} label={t`Redirect address`} />
        </div>
      ) : null}
      <Suspense>{making ? <NewProvider made={again} close={() => setMaking(false)} /> : null}</Suspense>
      {asking && data ? (
        <Ask asking={asking} domains={data.domains} done={again} close={() => setAsking(null)} />
      ) : null}
    </Section>
  )
}

function ProviderRow({provider, ask}: {provider: Provider; ask: (kind: Asking['kind']) => void}) {
  const {ago, momentInFull} = useFormats()
  const {name, issuer, enforced, testedAt, testAddress} = provider
  return (
    <SectionRow
      icon={<IconPlugConnected size={20} stroke={1.5} />}
      title={<bdi>{name}</bdi>}
      tags={
        enforced ? (
          <Tag tone="accent">
            <Trans>Enforced</Trans>
          </Tag>
        ) : undefined
      }
      more={
        <>
          <span className="ltr">{issuer}</span>
          {' · '}
          {testedAt ? (
            <span title={momentInFull(testedAt)}>
              <Trans>tried {ago(testedAt)}</Trans>
            </span>
          ) : (
            <Trans>not tried yet</Trans>
          )}
        </>
      }
    >
      <Button variant="default" size="compact-md" onClick={() => location.assign(testAddress)}>
        <Trans>Try it</Trans>
      </Button>
      <Button variant="default" size="compact-md" onClick={() => ask(enforced ? 'loosen' : 'enforce')}>
        {enforced ? <Trans>Stop enforcing</Trans> : <Trans>Enforce…</Trans>}
      </Button>
      <Button variant="subtle" color="red" size="compact-md" onClick={() => ask('disable')}>
        <Trans>Remove</Trans>
      </Button>
    </SectionRow>
  )
}

interface AskProps {
  asking: Asking
  domains: string[]
  done: () => Promise<void>
  close: () => void
}

function Ask({asking: {kind, provider}, domains, done, close}: AskProps) {
  const {t} = useLingui()
  const send = useSend()
  const {name} = provider
  const words = {
    enforce: {title: t`Enforce ${name}`, act: t`Enforce`},
    loosen: {title: t`Stop enforcing ${name}`, act: t`Stop enforcing`},
    disable: {title: t`Remove ${name}`, act: t`Remove`},
  }[kind]
  const run = async () => {
    const path = `/identity/providers/${encodeURIComponent(provider.id)}`
    const {problems} =
      kind === 'disable' ? await send(`${path}/disable`) : await send(`${path}/enforce`, {enforced: kind === 'enforce'})
    if (!problems.length) await done()
    return problems
  }
  return (
    <Confirm title={words.title} act={words.act} danger={kind !== 'loosen'} run={run} close={close}>
      {kind === 'enforce' ? (
        <>
          <p>
            <Trans>
              Everybody with an address of these domains signs in through <Said text={name} /> only. Owners keep every
              way in, so that nobody is locked out.
            </Trans>
          </p>
          <p>
            {domains.length ? <bdi className="ltr">{domains.join(', ')}</bdi> : <Trans>No domain is proved yet.</Trans>}
          </p>
        </>
      ) : kind === 'loosen' ? (
        <p>
          <Trans>People may sign in another way again.</Trans>
        </p>
      ) : (
        <p>
          <Trans>Nobody signs in through it any more; who is signed in stays until the session ends.</Trans>
        </p>
      )}
    </Confirm>
  )
}
