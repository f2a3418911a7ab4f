import {useLingui} from '@lingui/react/macro'
import {IconCircleCheck, IconCircleDashed, IconCircleOff, IconMailForward} from '@tabler/icons-react'
import type {ReactNode} from 'react'
import type {MemberStatus} from '../../gql/graphql'
import {Tag, type Tone} from '../../ui/tag'

interface Words {
  text: string
  about: string
  tone: Tone
  icon: ReactNode
}

export function useStandings(): Record<MemberStatus, Words> {
  const {t} = useLingui()
  return {
    ACTIVE: {
      text: t`Active`,
      about: t`Signs in and works here.`,
      tone: 'good',
      icon: <IconCircleCheck size={12} />,
    },
    INVITED: {
      text: t`Invited`,
      about: t`Has a letter with a link, and has not come in yet.`,
      tone: 'accent',
      icon: <IconMailForward size={12} className="mirror" />,
    },
    PLACEHOLDER: {
      text: t`Placeholder`,
      about: t`A name that an import brought: it owns records and cannot sign in. Invite it to make it a person.`,
      tone: 'warn',
      icon: <IconCircleDashed size={12} />,
    },
    DISABLED: {
      text: t`No access`,
      about: t`Has left: nothing of the past is lost, and nobody signs in with it.`,
      tone: '',
      icon: <IconCircleOff size={12} />,
    },
  }
}

/** Whether a member may sign in: a word and a sign. */
export function Standing({status}: {status: MemberStatus}) {
  const {text, tone, icon} = useStandings()[status]
  return (
    <Tag tone={tone} icon={icon}>
      {text}
    </Tag>
  )
}
