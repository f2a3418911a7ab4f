import '../ui/form.css'
import './parts/notices.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {useState} from 'react'
import {useMutation, useQuery} from 'urql'
import {ChooseNotificationsDocument, type NotificationMailing, NotificationSettingsDocument} from '../gql/graphql'
import {Bone, Failed} from '../ui/empty'
import {Paper} from '../ui/paper'
import {type Problem, problemsOf} from '../ui/problems'
import {Refused} from '../ui/refused'
import {useSay} from '../ui/say'
import {Section} from '../ui/section'
import {type Kind, NoticeHours} from './parts/notice_hours'
import {PushDevices} from './parts/push_devices'

/** What a member is told of, in the product, by mail and on devices, and when mails may come. */
export function NotificationSettings() {
  const {t} = useLingui()
  const [{data, error}, again] = useQuery({
    query: NotificationSettingsDocument,
    requestPolicy: 'cache-and-network',
  })
  const told = data?.notificationSettings
  return (
    <Paper title={t`Notifications`}>
      {error && !told ? <Failed error={error} retry={() => again({requestPolicy: 'network-only'})} /> : null}
      {told ? (
        <>
          <Kinds kinds={told.kinds} />
          <PushDevices />
          <NoticeHours key={told.hours?.id} hours={told.hours ?? null} kinds={told.kinds} />
        </>
      ) : error ? null : (
        <Bone inline="100%" block={240} />
      )}
    </Paper>
  )
}

function Kinds({kinds}: {kinds: Kind[]}) {
  const {t} = useLingui()
  const say = useSay()
  const [problems, setProblems] = useState<Problem[]>([])
  const [, choose] = useMutation(ChooseNotificationsDocument)
  const save = async ({kind, shown, mailing, push}: Kind) => {
    const answer = await choose({input: {kind, shown, mailing, push}})
    const refused = problemsOf(answer, t`The server does not answer. Nothing was changed.`)
    setProblems(refused)
    if (!refused.length) say(t`Saved`)
    return refused.length === 0
  }
  return (
    <Section
      title={t`What you are told of`}
      lead={t`Each is saved as you choose it. What you have read in Kesher before is not mailed.`}
    >
      <div className="inside">
        <table className="notice-kinds">
          <thead>
            <tr>
              <th scope="col">{t`When`}</th>
              <th scope="col">{t`In Kesher`}</th>
              <th scope="col">{t`By mail`}</th>
              <th scope="col">{t`On devices`}</th>
            </tr>
          </thead>
          <tbody>
            {kinds.map((one) => (
              <KindRow key={one.kind} one={one} save={save} />
            ))}
          </tbody>
        </table>
        <Refused problems={problems} />
      </div>
    </Section>
  )
}

function KindRow({one, save}: {one: Kind; save: (kind: Kind) => Promise<boolean>}) {
  const {t} = useLingui()
  const [chosen, setChosen] = useState<Kind | null>(null)
  const {title, shown, mailing, push} = chosen ?? one
  const choose = async (next: Kind) => {
    setChosen(next)
    if (!(await save(next))) setChosen(null)
  }
  return (
    <tr>
      <th scope="row">
        {title}
        {!shown && !push && mailing === 'NEVER' ? (
          <small>
            <Trans>You are not told of this.</Trans>
          </small>
        ) : null}
      </th>
      <td>
        <input
          type="checkbox"
          aria-label={t`In Kesher: ${title}`}
          checked={shown}
          onChange={(event) => void choose({...one, mailing, push, shown: event.target.checked})}
        />
      </td>
      <td>
        <select
          aria-label={t`By mail: ${title}`}
          value={mailing}
          onChange={(event) => void choose({...one, shown, push, mailing: event.target.value as NotificationMailing})}
        >
          <option value="AT_ONCE">{t`At once`}</option>
          <option value="DIGEST">{t`Once a day`}</option>
          <option value="NEVER">{t`Never`}</option>
        </select>
      </td>
      <td>
        <input
          type="checkbox"
          aria-label={t`On devices: ${title}`}
          checked={push}
          onChange={(event) => void choose({...one, shown, mailing, push: event.target.checked})}
        />
      </td>
    </tr>
  )
}
