import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconMail, IconPhone} from '@tabler/icons-react'
import {Suspense, useState} from 'react'
import type {LeadRowFragment} from '../../gql/graphql'
import {useGrants} from '../../members'
import {useActions, useAllActions} from '../../ui/actions'
import {Keys} from '../../ui/keys'
import {late} from '../../ui/late'
import {useStill} from '../../ui/still'

const LogAnswer = late(() => import('./log_answer'))

/** The first answer, by one key: the call that was made, the mail that was written. */
export function Answering({lead}: {lead: LeadRowFragment}) {
  const {t} = useLingui()
  const [logging, setLogging] = useState(false)
  const all = useAllActions()
  const still = useStill()
  const calls = useGrants('Activity').create
  const call = () =>
    all()
      .find(({id}) => id === 'compose-CALL')
      ?.run()
  const icon = <IconMail size={16} />
  const log = () => setLogging(true)
  useActions([{id: 'log-answer', label: t`Log a mail or a chat`, keys: 'W', icon, able: !still, run: log}])
  if (still && !calls) return null
  return (
    <div className="lead-answering">
      {calls ? (
        <Button
          size="compact-md"
          variant={lead.firstAttempt ? 'default' : undefined}
          leftSection={<IconPhone size={14} />}
          onClick={call}
        >
          <Trans>Log a call</Trans> <Keys keys="L" />
        </Button>
      ) : null}
      {still ? null : (
        <Button size="compact-md" variant="default" leftSection={<IconMail size={14} />} onClick={log}>
          <Trans>Log a mail</Trans> <Keys keys="W" />
        </Button>
      )}
      <Suspense>{logging ? <LogAnswer lead={lead} close={() => setLogging(false)} /> : null}</Suspense>
    </div>
  )
}
