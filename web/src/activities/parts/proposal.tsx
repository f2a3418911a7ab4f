import './composer.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconCornerDownRight, IconX} from '@tabler/icons-react'
import {useState} from 'react'
import {useQuery} from 'urql'
import {type ActivityRowFragment, FollowUpDocument} from '../../gql/graphql'
import {useSay} from '../../ui/say'
import type {useDeeds} from '../deeds'
import {useWords} from '../words'

interface Props {
  /** What was just logged. */
  after: ActivityRowFragment
  deeds: ReturnType<typeof useDeeds>
  close: () => void
}

/** What could follow a call or a meeting that was just logged: taken with one key, on another day or not at all. */
export function Proposal({after, deeds, close}: Props) {
  const {t} = useLingui()
  const {kinds} = useWords()
  const say = useSay()
  const [{data}] = useQuery({query: FollowUpDocument, variables: {id: after.id}, requestPolicy: 'network-only'})
  const [chosen, setChosen] = useState<string | null>(null)
  const [why, setWhy] = useState<string | null>(null)
  const found = data?.followUpOf
  if (!found) return null
  const dueOn = chosen ?? found.dueOn
  const take = async () => {
    const {problems} = await deeds.create({
      kind: found.kind,
      subject: found.subject,
      dueOn,
      followUpOfId: after.id,
    })
    const [problem] = problems
    if (problem) {
      setWhy(problem.message)
      return
    }
    say(t`${found.subject} is planned`)
    close()
  }
  return (
    <form
      className="proposal"
      aria-label={t`Follow-up`}
      onSubmit={(event) => {
        event.preventDefault()
        void take()
      }}
    >
      <IconCornerDownRight size={16} className="mirror" />
      <p>
        <span className="quiet">
          <Trans>Follow up?</Trans>
        </span>{' '}
        <strong>
          {kinds[found.kind]}: <bdi>{found.subject}</bdi>
        </strong>
      </p>
      <input
        type="date"
        required
        aria-label={t`Day of the follow-up`}
        value={dueOn}
        onChange={(event) => setChosen(event.target.value)}
      />
      <Button
        type="submit"
        size="compact-md"
        // It comes right after the call was logged: Enter takes it.
        data-autofocus
        ref={(button: HTMLButtonElement | null) => {
          if (button && !button.dataset.met) {
            button.dataset.met = 'yes'
            button.focus({preventScroll: true})
          }
        }}
      >
        <Trans>Plan it</Trans>
      </Button>
      <button type="button" className="leave" aria-label={t`No follow-up`} title={t`No follow-up`} onClick={close}>
        <IconX size={14} />
      </button>
      {why ? (
        <p className="inline-why" role="alert">
          {why}
        </p>
      ) : null}
    </form>
  )
}
