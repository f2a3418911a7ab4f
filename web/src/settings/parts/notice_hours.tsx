import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {useState} from 'react'
import {useMutation} from 'urql'
import {type NotificationSettingsQuery, SetNotificationHoursDocument} from '../../gql/graphql'
import {useMe} from '../../members'
import {Field} from '../../ui/field'
import {type Problem, problemsOf} from '../../ui/problems'
import {Refused, whyOf} from '../../ui/refused'
import {useSay} from '../../ui/say'
import {Section} from '../../ui/section'

export type Kind = NonNullable<NotificationSettingsQuery['notificationSettings']>['kinds'][number]

interface Hours {
  digestAt: string
  quietFrom?: string | null
  quietUntil?: string | null
}

const MORNING = '08:00'

/** When mails come and when they may not, with what that means in words. */
export function NoticeHours({hours, kinds}: {hours: Hours | null; kinds: Kind[]}) {
  const {t} = useLingui()
  const {member} = useMe()
  const say = useSay()
  const kept = {at: hours?.digestAt ?? MORNING, from: hours?.quietFrom ?? '', until: hours?.quietUntil ?? ''}
  const [{at, from, until}, setDraft] = useState(kept)
  const [problems, setProblems] = useState<Problem[]>([])
  const [{fetching}, save] = useMutation(SetNotificationHoursDocument)
  const set = (change: Partial<typeof kept>) => setDraft({at, from, until, ...change})
  const changed = at !== kept.at || from !== kept.from || until !== kept.until
  const send = async () => {
    const input = {digestAt: at, quietFrom: from || null, quietUntil: until || null}
    const refused = problemsOf(await save({input}), t`The server does not answer. Nothing was changed.`)
    setProblems(refused)
    if (!refused.length) say(t`Saved`)
  }
  const zone = member.timeZone.replaceAll('_', ' ')
  return (
    <Section
      title={t`When mails come`}
      lead={
        <Trans>
          On the clock of your time zone, <bdi>{zone}</bdi>.
        </Trans>
      }
      foot={
        <Button size="compact-md" disabled={!changed} loading={fetching} onClick={() => void send()}>
          <Trans>Save</Trans>
        </Button>
      }
    >
      <div className="inside">
        <div className="columns">
          <Field
            label={t`The daily mail at`}
            type="time"
            value={at}
            onValue={(next) => set({at: next})}
            why={whyOf(problems, 'digestAt')}
          />
          <Field
            label={t`No mails from`}
            type="time"
            value={from}
            onValue={(next) => set({from: next})}
            why={whyOf(problems, 'quietFrom')}
          />
          <Field
            label={t`until`}
            type="time"
            value={until}
            onValue={(next) => set({until: next})}
            why={whyOf(problems, 'quietUntil')}
          />
        </div>
        <Refused problems={problems} fields={['digestAt', 'quietFrom', 'quietUntil']} />
        <InWords kinds={kinds} from={from} until={until} />
      </div>
    </Section>
  )
}

function InWords({kinds, from, until}: {kinds: Kind[]; from: string; until: string}) {
  const atOnce = kinds.filter(({mailing}) => mailing === 'AT_ONCE').length
  const daily = kinds.filter(({mailing}) => mailing === 'DIGEST').length
  const quiet = from !== '' && until !== ''
  const [start, end] = [<bdi key="start">{from}</bdi>, <bdi key="end">{until}</bdi>]
  return (
    <ul className="in-words">
      <li>
        {atOnce ? (
          <Plural
            value={atOnce}
            one="One kind is mailed within a minute; what comes in a bunch is one mail."
            other="# kinds are mailed within a minute; what comes in a bunch is one mail."
          />
        ) : (
          <Trans>Nothing is mailed at once.</Trans>
        )}
      </li>
      <li>
        {daily ? (
          <Plural
            value={daily}
            one="One kind waits for the daily mail, which tells what is still unread then."
            other="# kinds wait for the daily mail, which tells what is still unread then."
          />
        ) : (
          <Trans>There is no daily mail.</Trans>
        )}
      </li>
      <li>
        {quiet ? (
          <Trans>
            From {start} until {end} no mail comes; it waits until then.
          </Trans>
        ) : (
          <Trans>Mails may come at any hour.</Trans>
        )}
      </li>
    </ul>
  )
}
