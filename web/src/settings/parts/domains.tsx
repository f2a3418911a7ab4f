import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconWorldCheck, IconWorldQuestion} from '@tabler/icons-react'
import {useId, useState} from 'react'
import type {MemberRole} from '../../gql/graphql'
import {useRoleWords} from '../../members'
import {useDoor, useSend} from '../../ui/doors'
import {Bone} from '../../ui/empty'
import {Field} from '../../ui/field'
import type {Problem} from '../../ui/problems'
import {Refused, whyOf} from '../../ui/refused'
import {useSay} from '../../ui/say'
import {Copyable} from '../../ui/secret'
import {Section, SectionRow} from '../../ui/section'
import {Select} from '../../ui/select'
import {Tag} from '../../ui/tag'

interface Domain {
  id: string
  domain: string
  record: {type: string; name: string; value: string}
  verifiedAt: string | null
  joins: boolean
  role: MemberRole | null
}

interface Told {
  domains: Domain[]
  roles: MemberRole[]
}

/** The domains of the company's addresses: proved by a record in the DNS, and perhaps open for joining. */
export function Domains() {
  const {t} = useLingui()
  const id = useId()
  const send = useSend()
  const {data, problems, waiting, again} = useDoor<Told>('/identity/domains')
  const [domain, setDomain] = useState('')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Problem[]>([])
  const add = async () => {
    setBusy(true)
    const {problems: why} = await send('/identity/domains', {domain: domain.trim()})
    setBusy(false)
    setRefused(why)
    if (why.length) return
    setDomain('')
    await again()
  }
  return (
    <Section
      title={t`Domains`}
      lead={t`A domain that you prove is yours: single sign-on can be enforced for its addresses, and their people can join.`}
    >
      <Refused problems={problems} />
      {waiting ? <Bone inline="100%" block={56} /> : null}
      {data?.domains.length ? (
        <ul className="section-rows">
          {data.domains.map((one) => (
            <DomainRow key={one.id} domain={one} roles={data.roles} again={again} />
          ))}
        </ul>
      ) : null}
      <form
        id={id}
        className="inside add-line"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <Field
          label={t`Another domain`}
          dir="ltr"
          autoComplete="off"
          placeholder="example.com"
          value={domain}
          onValue={setDomain}
          why={whyOf(refused, 'domain')}
        />
        <Button type="submit" variant="default" size="compact-md" loading={busy}>
          <Trans>Add</Trans>
        </Button>
        <Refused problems={refused} fields={['domain']} />
      </form>
    </Section>
  )
}

interface RowProps {
  domain: Domain
  roles: MemberRole[]
  again: () => Promise<void>
}

function DomainRow({domain: {id, domain, record, verifiedAt, joins, role}, roles, again}: RowProps) {
  const {t} = useLingui()
  const say = useSay()
  const send = useSend()
  const words = useRoleWords()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Problem[]>([])
  const path = `/identity/domains/${id}`
  const run = async (answer: Promise<{problems: Problem[]}>, said: string) => {
    setBusy(true)
    const {problems} = await answer
    setBusy(false)
    setRefused(problems)
    if (problems.length) return
    say(said)
    await again()
  }
  return (
    <>
      <SectionRow
        icon={verifiedAt ? <IconWorldCheck size={20} stroke={1.5} /> : <IconWorldQuestion size={20} stroke={1.5} />}
        title={<span className="ltr">{domain}</span>}
        tags={<Tag tone={verifiedAt ? 'good' : 'warn'}>{verifiedAt ? t`Proved` : t`Not proved yet`}</Tag>}
      >
        {verifiedAt ? null : (
          <Button
            variant="default"
            size="compact-md"
            loading={busy}
            aria-label={t`Check ${domain}`}
            onClick={() => void run(send(`${path}/verify`), t`${domain} is proved`)}
          >
            <Trans>Check</Trans>
          </Button>
        )}
        <Button
          variant="subtle"
          color="red"
          size="compact-md"
          aria-label={t`Remove ${domain}`}
          onClick={() => void run(send(path, {}, 'DELETE'), t`${domain} is removed`)}
        >
          <Trans>Remove</Trans>
        </Button>
      </SectionRow>
      <li className="domain-more">
        {verifiedAt ? (
          <Select
            label={t`Who has an address of it and no invitation`}
            value={joins ? (role ?? '') : ''}
            onValue={(next) =>
              void run(send(`${path}/joining`, next ? {joins: true, role: next} : {joins: false}), t`Saved`)
            }
          >
            <option value="">{t`stays outside`}</option>
            {roles.map((one) => (
              <option key={one} value={one}>
                {t`may join as ${words[one].name}`}
              </option>
            ))}
          </Select>
        ) : (
          <>
            <p className="quiet">
              <Trans>
                Set this record where the domain is kept ({record.type}), then check. It may take an hour to be seen.
              </Trans>
            </p>
            <Copyable text={record.name} label={t`Name of the record`} />
            <Copyable text={record.value} label={t`Value of the record`} />
          </>
        )}
        <Refused problems={refused} />
      </li>
    </>
  )
}
