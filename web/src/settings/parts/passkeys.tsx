import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconFingerprint} from '@tabler/icons-react'
import {useState} from 'react'
import {useDoor, useSend} from '../../ui/doors'
import {Bone} from '../../ui/empty'
import {useFormats} from '../../ui/formats'
import {Inline} from '../../ui/inline'
import type {Problem} from '../../ui/problems'
import {Confirm} from '../../ui/confirm'
import {Refused} from '../../ui/refused'
import {Section, SectionRow} from '../../ui/section'

interface Passkey {
  id: string
  name: string
  backedUp: boolean
  createdAt: string
  usedAt: string | null
}

interface Told {
  passkeys: Passkey[]
  changeable: boolean
  manage: string
}

/** What a person signs in with instead of a password; new ones are made at the sign-in host, to which they belong. */
export function Passkeys() {
  const {t} = useLingui()
  const send = useSend()
  const {data, problems, waiting, keep} = useDoor<Told>('/identity/passkeys')
  const [refused, setRefused] = useState<Problem[]>([])
  const [leaving, setLeaving] = useState<Passkey | null>(null)
  const rename = async (id: string, name: string) => {
    const {data: told, problems: why} = await send<Told>('/identity/passkeys/rename', {id, name})
    setRefused([])
    if (told) keep(told)
    return why[0]?.message ?? null
  }
  const remove = async (id: string) => {
    const {data: told, problems: why} = await send<Told>('/identity/passkeys/remove', {id})
    if (told) keep(told)
    return why
  }
  return (
    <Section
      title={t`Passkeys`}
      lead={t`Your fingerprint, your face or the lock of your device: nothing to remember, nothing to give away.`}
      aside={
        data?.changeable ? (
          <Button variant="default" size="compact-md" onClick={() => location.assign(data.manage)}>
            <Trans>Add a passkey</Trans>
          </Button>
        ) : undefined
      }
    >
      <Refused problems={[...problems, ...refused]} />
      {waiting ? <Bone inline="100%" block={56} /> : null}
      {data?.passkeys.length ? (
        <ul className="section-rows">
          {data.passkeys.map((passkey) => (
            <PasskeyRow
              key={passkey.id}
              passkey={passkey}
              rename={(name) => rename(passkey.id, name)}
              remove={() => setLeaving(passkey)}
            />
          ))}
        </ul>
      ) : data ? (
        <p className="nothing">
          {data.changeable ? (
            <Trans>You have none yet.</Trans>
          ) : (
            <Trans>
              You came in through your company or by a click: passkeys belong to those who sign in themselves.
            </Trans>
          )}
        </p>
      ) : null}
      {leaving ? (
        <Confirm
          title={t`Remove ${leaving.name}`}
          act={t`Remove`}
          danger
          run={() => remove(leaving.id)}
          close={() => setLeaving(null)}
        >
          <p>
            <Trans>
              Nobody signs in with it any more. Remove it from your device too, so that it is not offered there.
            </Trans>
          </p>
        </Confirm>
      ) : null}
    </Section>
  )
}

interface RowProps {
  passkey: Passkey
  rename: (name: string) => Promise<string | null>
  remove: () => void
}

function PasskeyRow({passkey: {name, createdAt, usedAt, backedUp}, rename, remove}: RowProps) {
  const {t} = useLingui()
  const {ago, momentInFull} = useFormats()
  return (
    <SectionRow
      icon={<IconFingerprint size={20} stroke={1.5} />}
      title={
        <Inline label={t`Name`} value={name} save={rename}>
          <bdi>{name}</bdi>
        </Inline>
      }
      more={
        <>
          <span title={momentInFull(createdAt)}>
            <Trans>made {ago(createdAt)}</Trans>
          </span>
          {' · '}
          {usedAt ? (
            <span title={momentInFull(usedAt)}>
              <Trans>used {ago(usedAt)}</Trans>
            </span>
          ) : (
            <Trans>not used yet</Trans>
          )}
          {backedUp ? null : (
            <>
              {' · '}
              <Trans>on one device only</Trans>
            </>
          )}
        </>
      }
    >
      <Button variant="subtle" color="red" size="compact-md" aria-label={t`Remove ${name}`} onClick={remove}>
        <Trans>Remove</Trans>
      </Button>
    </SectionRow>
  )
}
