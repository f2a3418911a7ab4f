import {useLingui} from '@lingui/react/macro'
import {useState} from 'react'
import type {LeadRowFragment, ResponseChannel, ResponseKind} from '../../gql/graphql'
import {Confirm} from '../../ui/confirm'
import {useLeadDeeds} from '../deeds'

/** Tells of a mail or a chat with somebody: the clock follows. */
export default function LogAnswer({lead, close}: {lead: LeadRowFragment; close: () => void}) {
  const {t} = useLingui()
  const {log} = useLeadDeeds()
  const [channel, setChannel] = useState<ResponseChannel>('MAIL')
  const [kind, setKind] = useState<ResponseKind>('ATTEMPTED')
  const channels: [ResponseChannel, string][] = [
    ['MAIL', t`An e-mail`],
    ['CHAT', t`A chat`],
  ]
  const kinds: [ResponseKind, string][] = [
    ['ATTEMPTED', t`I wrote, and wait for an answer`],
    ['CONTACTED', t`We wrote to each other: they were reached`],
  ]
  return (
    <Confirm title={t`Log an answer`} act={t`Log it`} width={400} run={() => log(lead, channel, kind)} close={close}>
      <fieldset className="lead-choices">
        <legend>{t`What was it?`}</legend>
        {channels.map(([one, label]) => (
          <label key={one} className="check">
            <input type="radio" name="channel" checked={channel === one} onChange={() => setChannel(one)} />
            {label}
          </label>
        ))}
      </fieldset>
      <fieldset className="lead-choices">
        <legend>{t`What came of it?`}</legend>
        {kinds.map(([one, label]) => (
          <label key={one} className="check">
            <input type="radio" name="kind" checked={kind === one} onChange={() => setKind(one)} />
            {label}
          </label>
        ))}
      </fieldset>
    </Confirm>
  )
}
