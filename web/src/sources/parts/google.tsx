import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import type {SourceRowFragment} from '../../gql/graphql'
import {Refused} from '../../ui/refused'
import {Copyable} from '../../ui/secret'
import {Section} from '../../ui/section'
import {Tag} from '../../ui/tag'
import {useKey} from '../keys'

/** What is typed into Google Ads: the address, and a key that is shown this once. */
export function GoogleDoor({source}: {source: SourceRowFragment}) {
  const {t} = useLingui()
  const {secret, problems, making, make} = useKey(source)
  const {key, hasSecret} = source
  return (
    <Section
      title={t`Google Ads`}
      lead={t`In Google Ads, open the lead form’s “Export leads” and type both under “Webhook integration”.`}
      aside={
        hasSecret ? (
          <Tag tone="good">
            <Trans>has a key</Trans>
          </Tag>
        ) : (
          <Tag tone="warn">
            <Trans>no key yet: nothing comes in</Trans>
          </Tag>
        )
      }
      foot={
        <Button size="compact-md" variant={hasSecret ? 'default' : undefined} loading={making} onClick={make}>
          {hasSecret ? <Trans>Make another key</Trans> : <Trans>Make a key</Trans>}
        </Button>
      }
    >
      <div className="inside source-places">
        <div className="field">
          <span className="label">{t`Webhook URL`}</span>
          <Copyable text={`${location.origin}/hooks/google/${key}`} label={t`Webhook URL`} />
        </div>
        {secret ? (
          <div className="field">
            <span className="label">{t`Key`}</span>
            <Copyable text={secret} label={t`Key`} />
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
