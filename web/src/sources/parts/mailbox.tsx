import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {useState} from 'react'
import {useMutation} from 'urql'
import {
  CheckMailboxDocument,
  type MailboxStateFragment,
  SetMailboxDocument,
  type SourceRowFragment,
} from '../../gql/graphql'
import {Field} from '../../ui/field'
import {useFormats} from '../../ui/formats'
import {type Problem, problemsOf} from '../../ui/problems'
import {Refused, whyOf} from '../../ui/refused'
import {Section} from '../../ui/section'
import {Tag} from '../../ui/tag'
import {useCredentials} from '../keys'

interface Props {
  source: SourceRowFragment
  mailbox: MailboxStateFragment | null
  /** It lies at Google, whose server is known. */
  google: boolean
}

const GOOGLE = 'imap.gmail.com'

/** Where the messages of a source lie, and how the last look into it went. */
export function MailboxDoor({source, mailbox, google}: Props) {
  const {t} = useLingui()
  const [host, setHost] = useState(mailbox?.host ?? (google ? GOOGLE : ''))
  const [port, setPort] = useState(String(mailbox?.port ?? 993))
  const [username, setUsername] = useState(mailbox?.username ?? '')
  const [folder, setFolder] = useState(mailbox?.folder ?? 'INBOX')
  const [password, setPassword] = useState('')
  const {save, problems, saving} = useMailbox(source)
  const place = {host, port: Number(port) || 0, username, folder}
  const done = async () => {
    if (await save(place, password)) setPassword('')
  }
  return (
    <Section
      title={t`The mailbox`}
      lead={
        google
          ? t`Messages that come there from now on become leads. Type an app password of this account: it is made under “Security”, “2-Step Verification” at Google. Nothing in the mailbox is changed.`
          : t`Messages that come there from now on become leads. It is read by IMAP every minute, and nothing in it is changed.`
      }
      aside={<State source={source} mailbox={mailbox} />}
      foot={
        <>
          <Button
            size="compact-md"
            loading={saving}
            disabled={!host.trim() || !username.trim()}
            onClick={() => void done()}
          >
            <Trans>Save</Trans>
          </Button>
          {mailbox ? <Look source={source} /> : null}
        </>
      }
    >
      <div className="inside">
        <div className="columns">
          <Field
            label={t`User name`}
            dir="ltr"
            autoComplete="off"
            maxLength={250}
            placeholder="leads@example.com"
            value={username}
            onValue={setUsername}
            why={whyOf(problems, 'username')}
          />
          <Field
            label={google ? t`App password` : t`Password`}
            type="password"
            dir="ltr"
            autoComplete="new-password"
            maxLength={4000}
            placeholder={source.hasAccessToken ? t`Kept sealed. Type another one to replace it.` : undefined}
            value={password}
            onValue={setPassword}
            why={whyOf(problems, 'accessToken')}
          />
          <Field
            label={t`IMAP server`}
            dir="ltr"
            maxLength={250}
            placeholder="imap.example.com"
            value={host}
            onValue={setHost}
            why={whyOf(problems, 'host')}
          />
          <Field
            label={t`Port`}
            dir="ltr"
            inputMode="numeric"
            maxLength={5}
            value={port}
            onValue={setPort}
            why={whyOf(problems, 'port')}
          />
          <Field
            label={t`Folder`}
            dir="auto"
            maxLength={250}
            value={folder}
            onValue={setFolder}
            why={whyOf(problems, 'folder')}
          />
        </div>
        {mailbox?.problem ? (
          <p className="trouble" role="status" dir="auto">
            {mailbox.problem}
          </p>
        ) : null}
        <Refused problems={problems} fields={['username', 'accessToken', 'host', 'port', 'folder']} />
      </div>
    </Section>
  )
}

function State({source, mailbox}: Pick<Props, 'source' | 'mailbox'>) {
  const {ago} = useFormats()
  if (!mailbox || !source.hasAccessToken)
    return (
      <Tag tone="warn">
        <Trans>not connected yet: nothing comes in</Trans>
      </Tag>
    )
  if (mailbox.problem)
    return (
      <Tag tone="warn">
        <Trans>it cannot be read</Trans>
      </Tag>
    )
  if (!mailbox.checkedAt)
    return (
      <Tag>
        <Trans>not read yet</Trans>
      </Tag>
    )
  const when = ago(mailbox.checkedAt)
  return (
    <Tag tone="good">
      <Trans>read {when}</Trans>
    </Tag>
  )
}

function Look({source: {id}}: Pick<Props, 'source'>) {
  const [{fetching}, check] = useMutation(CheckMailboxDocument)
  return (
    <Button size="compact-md" variant="default" loading={fetching} onClick={() => void check({input: {id}})}>
      <Trans>Read it now</Trans>
    </Button>
  )
}

/** The password goes first: then the mailbox is looked at with it. */
function useMailbox(source: SourceRowFragment) {
  const {t} = useLingui()
  const {keep, problems: unkept} = useCredentials(source)
  const [problems, setProblems] = useState<Problem[]>([])
  const [{fetching}, set] = useMutation(SetMailboxDocument)
  const save = async (
    place: {host: string; port: number; username: string; folder: string},
    password: string,
  ): Promise<boolean> => {
    if (password.trim() && !(await keep({accessToken: password.trim()}))) return false
    const answer = await set({input: {id: source.id, ...place}})
    const refused = problemsOf(answer, t`The server does not answer. Nothing was changed.`)
    setProblems(refused)
    return !refused.length
  }
  return {save, problems: unkept.length ? unkept : problems, saving: fetching}
}
