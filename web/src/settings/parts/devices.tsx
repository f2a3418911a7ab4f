import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconDeviceDesktop, IconDeviceMobile} from '@tabler/icons-react'
import {useState} from 'react'
import {Confirm} from '../../ui/confirm'
import {useDoor, useSend} from '../../ui/doors'
import {Bone} from '../../ui/empty'
import {useFormats} from '../../ui/formats'
import type {Problem} from '../../ui/problems'
import {Refused} from '../../ui/refused'
import {useSay} from '../../ui/say'
import {Section, SectionRow} from '../../ui/section'
import {Tag} from '../../ui/tag'
import {browserOf, isHandheld} from '../../ui/browser'

interface Device {
  id: string
  current: boolean
  userAgent: string | null
  address: string | null
  createdAt: string
  seenAt: string | null
}

/** The browsers that a member is signed in with; each can be signed out from here. */
export function Devices() {
  const {t} = useLingui()
  const say = useSay()
  const send = useSend()
  const {data, problems, waiting, again} = useDoor<{sessions: Device[]}>('/identity/sessions')
  const [refused, setRefused] = useState<Problem[]>([])
  const [asking, setAsking] = useState(false)
  const end = async ({id, userAgent}: Device) => {
    const {problems: why} = await send('/identity/sessions/end', {id})
    setRefused(why)
    if (why.length) return
    say(t`${browserOf(userAgent)} is signed out`)
    await again()
  }
  const everywhere = async () => {
    const {problems: why} = await send('/identity/sessions/end-all')
    if (!why.length) location.assign('/sign-in')
    return why
  }
  return (
    <Section
      title={t`Where you are signed in`}
      lead={t`Sign out what you do not know; it counts within a second.`}
      aside={
        <Button variant="default" size="compact-md" onClick={() => setAsking(true)}>
          <Trans>Sign out everywhere…</Trans>
        </Button>
      }
    >
      <Refused problems={[...problems, ...refused]} />
      {waiting ? <Bone inline="100%" block={56} /> : null}
      <ul className="section-rows">
        {data?.sessions.map((device) => (
          <DeviceRow key={device.id} device={device} end={() => void end(device)} />
        ))}
      </ul>
      {asking ? (
        <Confirm
          title={t`Sign out everywhere`}
          act={t`Sign out everywhere`}
          danger
          run={everywhere}
          close={() => setAsking(false)}
        >
          <p>
            <Trans>
              Every browser that you are signed in with is signed out, this one too, in all your companies. Tokens of
              programs stay.
            </Trans>
          </p>
        </Confirm>
      ) : null}
    </Section>
  )
}

function DeviceRow({device, end}: {device: Device; end: () => void}) {
  const {t} = useLingui()
  const {ago, momentInFull} = useFormats()
  const {current, userAgent, address, seenAt, createdAt} = device
  const name = browserOf(userAgent)
  const Icon = isHandheld(userAgent) ? IconDeviceMobile : IconDeviceDesktop
  return (
    <SectionRow
      icon={<Icon size={20} stroke={1.5} />}
      title={<bdi>{name || t`A browser`}</bdi>}
      tags={
        current ? (
          <Tag tone="good">
            <Trans>This browser</Trans>
          </Tag>
        ) : undefined
      }
      more={
        <>
          {address ? <span className="ltr">{address}</span> : null}
          {address ? ' · ' : null}
          <span title={momentInFull(seenAt ?? createdAt)}>
            {current ? <Trans>now</Trans> : <Trans>seen {ago(seenAt ?? createdAt)}</Trans>}
          </span>
          {' · '}
          <span title={momentInFull(createdAt)}>
            <Trans>signed in {ago(createdAt)}</Trans>
          </span>
        </>
      }
    >
      {current ? null : (
        <Button
          variant="default"
          size="compact-md"
          aria-label={name ? t`Sign out ${name}` : t`Sign out this browser`}
          onClick={end}
        >
          <Trans>Sign out</Trans>
        </Button>
      )}
    </SectionRow>
  )
}
