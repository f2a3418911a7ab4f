import {Trans, useLingui} from '@lingui/react/macro'
import {IconArrowsShuffle, IconHelpCircle} from '@tabler/icons-react'
import {useState} from 'react'
import {useQuery} from 'urql'
import {LeadAssignmentStepsDocument, type LeadWholeFragment} from '../../gql/graphql'
import {useActions} from '../../ui/actions'
import {Bone, Failed} from '../../ui/empty'
import {useFormats} from '../../ui/formats'
import {Part} from '../../ui/part'
import {useStill} from '../../ui/still'
import {useLeadDeeds} from '../deeds'
import {openStatuses, useStepWords} from '../words'

/** To whom the rules gave it, and why to nobody else; open ones can be given away by them again. */
export function Given({lead}: {lead: LeadWholeFragment}) {
  const {t} = useLingui()
  const {moment} = useFormats()
  const {distribute} = useLeadDeeds()
  const [why, setWhy] = useState(false)
  const [refused, setRefused] = useState<string>()
  const {assignmentDecisions: decisions} = lead
  const last = decisions.at(-1)
  const still = useStill()
  const open = !still && openStatuses.some((one) => one === lead.status)
  const again = async () => {
    const [problem] = await distribute(lead)
    setRefused(problem?.message)
  }
  const icon = <IconArrowsShuffle size={16} />
  useActions(
    open ? [{id: 'distribute', label: t`Give it away by the rules`, keys: 'R', icon, run: () => void again()}] : [],
  )
  const who = <bdi>{last?.member?.name}</bdi>
  const rule = <bdi>{last?.rule?.name}</bdi>
  return (
    <Part
      title={t`Assignment`}
      action={
        open ? (
          <button
            type="button"
            className="lead-do"
            onClick={() => void again()}
            title={t`Give it away by the rules (R)`}
          >
            <IconArrowsShuffle size={14} />
            <Trans>By the rules</Trans>
          </button>
        ) : undefined
      }
    >
      {refused ? (
        <p className="trouble" role="alert">
          {refused}
        </p>
      ) : null}
      <p className={last ? 'lead-given' : 'none'}>
        {!last ? (
          <Trans>No rule was asked about it.</Trans>
        ) : last.member && last.rule ? (
          <Trans>
            To {who} by the rule {rule}
          </Trans>
        ) : last.member ? (
          <Trans>To {who}, the owner of its source</Trans>
        ) : (
          <Trans>To nobody: no rule fits, or nobody was free</Trans>
        )}
        {last ? <small className="quiet num"> {moment(last.at)}</small> : null}
      </p>
      {last ? (
        <button type="button" className="lead-do" aria-expanded={why} onClick={() => setWhy(!why)}>
          <IconHelpCircle size={14} />
          <Trans>Why?</Trans>
        </button>
      ) : null}
      {why ? <Steps id={lead.id} /> : null}
    </Part>
  )
}

function Steps({id}: {id: string}) {
  const words = useStepWords()
  const [{data, error}, again] = useQuery({
    query: LeadAssignmentStepsDocument,
    variables: {id},
    requestPolicy: 'cache-and-network',
  })
  if (error && !data) return <Failed error={error} retry={() => again({requestPolicy: 'network-only'})} />
  if (!data) return <Bone inline="80%" block={40} />
  return (
    <ol className="lead-steps">
      {(data.assignmentSteps ?? []).map(({rule, member, step}, place) => (
        <li key={place} data-step={step}>
          <bdi>{member ? member.name : rule?.name}</bdi>: {words[step]}
        </li>
      ))}
    </ol>
  )
}
