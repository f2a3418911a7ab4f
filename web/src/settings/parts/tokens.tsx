import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconKey} from '@tabler/icons-react'
import {type ReactNode, Suspense, useState} from 'react'
import {Confirm} from '../../ui/confirm'
import {useDoor, useSend} from '../../ui/doors'
import {Bone} from '../../ui/empty'
import {useFormats} from '../../ui/formats'
import {late} from '../../ui/late'
import {Refused} from '../../ui/refused'
import {Section, SectionRow} from '../../ui/section'
import {Tag} from '../../ui/tag'

const NewToken = late(() => import('./new_token'))

interface Token {
  id: string
  name: string
  createdAt: string
  usedAt: string | null
  expiresAt: string | null
  expired?: boolean
}

interface Props {
  /** The door: it lists, makes and, below itself, revokes. */
  path: string
  title: string
  lead: string
  nothing: string
  /** Whether one can say until when it is good. */
  expires?: boolean
  /** What stands above the list, from what the door tells besides. */
  more?: (told: {address?: string}) => ReactNode
}

/** Tokens that programs show, each made once and shown once. */
export function Tokens({path, title, lead, nothing, expires = false, more}: Props) {
  const {t} = useLingui()
  const send = useSend()
  const {data, problems, waiting, again} = useDoor<{tokens: Token[]; address?: string}>(path)
  const [making, setMaking] = useState(false)
  const [ending, setEnding] = useState<Token | null>(null)
  return (
    <Section
      title={title}
      lead={lead}
      aside={
        <Button variant="default" size="compact-md" onClick={() => setMaking(true)}>
          <Trans>New token</Trans>
        </Button>
      }
    >
      <Refused problems={problems} />
      {waiting ? <Bone inline="100%" block={56} /> : null}
      {data && more ? <div className="inside">{more(data)}</div> : null}
      {data?.tokens.length ? (
        <ul className="section-rows">
          {data.tokens.map((token) => (
            <TokenRow key={token.id} token={token} end={() => setEnding(token)} />
          ))}
        </ul>
      ) : data ? (
        <p className="nothing">{nothing}</p>
      ) : null}
      <Suspense>
        {making ? <NewToken path={path} expires={expires} made={again} close={() => setMaking(false)} /> : null}
      </Suspense>
      {ending ? (
        <Confirm
          title={t`Revoke ${ending.name}`}
          act={t`Revoke`}
          danger
          run={async () => {
            const {problems: why} = await send(`${path}/revoke`, {id: ending.id})
            if (!why.length) await again()
            return why
          }}
          close={() => setEnding(null)}
        >
          <p>
            <Trans>Whatever shows this token is refused at once. It cannot be brought back.</Trans>
          </p>
        </Confirm>
      ) : null}
    </Section>
  )
}

function TokenRow({token, end}: {token: Token; end: () => void}) {
  const {t} = useLingui()
  const {ago, momentInFull, day} = useFormats()
  const {name, createdAt, usedAt, expiresAt, expired} = token
  return (
    <SectionRow
      icon={<IconKey size={20} stroke={1.5} />}
      title={<bdi>{name}</bdi>}
      tags={
        expired ? (
          <Tag tone="warn">
            <Trans>Expired</Trans>
          </Tag>
        ) : undefined
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
          {expiresAt && !expired ? (
            <>
              {' · '}
              <Trans>good until {day(expiresAt)}</Trans>
            </>
          ) : null}
        </>
      }
    >
      <Button variant="subtle" color="red" size="compact-md" aria-label={t`Revoke ${name}`} onClick={end}>
        <Trans>Revoke</Trans>
      </Button>
    </SectionRow>
  )
}
