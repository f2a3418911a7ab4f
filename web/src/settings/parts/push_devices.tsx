import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconDeviceDesktop, IconDeviceMobile} from '@tabler/icons-react'
import {useState} from 'react'
import {useClient, useMutation, useQuery} from 'urql'
import {
  type DeviceFragment,
  PushDevicesDocument,
  RemovePushDeviceDocument,
  TestPushDeviceDocument,
} from '../../gql/graphql'
import {useMe} from '../../members'
import {deviceHere, standingHere, subscribeHere, unsubscribeHere} from '../../push'
import {browserOf} from '../../ui/browser'
import {Bone, Failed} from '../../ui/empty'
import {useFormats} from '../../ui/formats'
import {type Problem, problemsOf} from '../../ui/problems'
import {Refused} from '../../ui/refused'
import {useSay} from '../../ui/say'
import {Section, SectionRow} from '../../ui/section'
import {Tag} from '../../ui/tag'

/** The browsers that tell a member something also when the product is not open in them. */
export function PushDevices() {
  const {t} = useLingui()
  const say = useSay()
  const client = useClient()
  const {member} = useMe()
  const [{data, error}, again] = useQuery({query: PushDevicesDocument, requestPolicy: 'cache-and-network'})
  const [problems, setProblems] = useState<Problem[]>([])
  const [busy, setBusy] = useState(false)
  const [, remove] = useMutation(RemovePushDeviceDocument)
  const [, test] = useMutation(TestPushDeviceDocument)
  const look = () => again({requestPolicy: 'network-only'})
  const unanswered = t`The server does not answer. Nothing was changed.`
  const nodes = data?.pushDevices.nodes ?? []
  const here = deviceHere(member.id)
  const known = nodes.some(({id}) => id === here)

  const add = async () => {
    setBusy(true)
    setProblems(await join())
    setBusy(false)
    look()
  }
  const join = async (): Promise<Problem[]> => {
    if ((await Notification.requestPermission()) !== 'granted')
      return [own(t`The browser was not allowed to show notifications. Press the button again and choose “Allow”.`)]
    const name = browserOf(navigator.userAgent) || t`A browser`
    try {
      return await subscribeHere(client, {key: data?.pushKey ?? '', member: member.id, name, unanswered})
    } catch {
      return [own(t`This browser does not reach its push service. Look whether it may, then try again.`)]
    }
  }
  const leave = async ({id, name}: DeviceFragment) => {
    if (id === here) await unsubscribeHere()
    const refused = problemsOf(await remove({input: {id}}), unanswered)
    setProblems(refused)
    if (!refused.length) say(t`${name} is told nothing any more`)
    look()
  }
  const sample = async ({id}: DeviceFragment) => {
    const refused = problemsOf(await test({input: {id}}), unanswered)
    setProblems(refused)
    if (!refused.length) say(t`It is on its way. If nothing shows, look whether the device itself keeps quiet.`)
    setTimeout(look, 4_000)
  }
  return (
    <Section
      title={t`On your devices`}
      lead={t`A browser can tell you of a new lead also while Kesher is closed. In your quiet hours nothing comes.`}
      aside={
        known || !data || standingHere() !== 'ready' ? undefined : (
          <Button variant="default" size="compact-md" loading={busy} onClick={() => void add()}>
            <Trans>Tell me on this device</Trans>
          </Button>
        )
      }
    >
      <Refused problems={problems} />
      {error && !data ? (
        <Failed error={error} retry={look} />
      ) : data ? (
        <Hindrance />
      ) : (
        <Bone inline="100%" block={56} />
      )}
      <ul className="section-rows">
        {nodes.map((one) => (
          <DeviceRow
            key={one.id}
            device={one}
            here={one.id === here}
            leave={() => void leave(one)}
            sample={() => void sample(one)}
          />
        ))}
      </ul>
      {data && !nodes.length ? (
        <p className="inside">
          <Trans>There is no device yet.</Trans>
        </p>
      ) : null}
    </Section>
  )
}

/** Why this browser cannot be told, and what helps. */
function Hindrance() {
  const standing = standingHere()
  if (standing === 'ready') return null
  return (
    <p className="inside" role="note">
      {standing === 'denied' ? (
        <Trans>
          This browser blocks notifications of this site. Allow them in the site’s settings beside the address, then
          load the page again.
        </Trans>
      ) : standing === 'install' ? (
        <Trans>
          On an iPhone or iPad, first add Kesher to the home screen from the share menu, open it there, and come back to
          this page.
        </Trans>
      ) : (
        <Trans>This browser cannot show notifications of sites. Any current one can.</Trans>
      )}
    </p>
  )
}

interface RowProps {
  device: DeviceFragment
  here: boolean
  leave: () => void
  sample: () => void
}

function DeviceRow({device: {name, createdAt, usedAt, problem}, here, leave, sample}: RowProps) {
  const {t} = useLingui()
  const {ago, momentInFull} = useFormats()
  const Icon = /Android|iPhone|iPad/.test(name) ? IconDeviceMobile : IconDeviceDesktop
  return (
    <SectionRow
      icon={<Icon size={20} stroke={1.5} />}
      title={<bdi>{name}</bdi>}
      tags={
        here ? (
          <Tag tone="good">
            <Trans>This browser</Trans>
          </Tag>
        ) : undefined
      }
      more={
        <>
          <span title={momentInFull(usedAt ?? createdAt)}>
            {usedAt ? <Trans>last told {ago(usedAt)}</Trans> : <Trans>added {ago(createdAt)}</Trans>}
          </span>
          {problem ? (
            <>
              {' · '}
              <Trans>
                The last message did not arrive: <bdi>{problem}</bdi>
              </Trans>
            </>
          ) : null}
        </>
      }
    >
      <Button variant="default" size="compact-md" aria-label={t`Send me one: ${name}`} onClick={sample}>
        <Trans>Send me one</Trans>
      </Button>
      <Button variant="default" size="compact-md" aria-label={t`Remove ${name}`} onClick={leave}>
        <Trans>Remove</Trans>
      </Button>
    </SectionRow>
  )
}

const own = (message: string): Problem => ({code: 'BROWSER', message, field: null})
