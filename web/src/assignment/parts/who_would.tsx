import {Trans, useLingui} from '@lingui/react/macro'
import {IconArrowRight} from '@tabler/icons-react'
import {useMemo, useState} from 'react'
import {useQuery} from 'urql'
import {AssignmentPreviewDocument} from '../../gql/graphql'
import {Avatar} from '../../ui/avatar'
import {Bone, Failed} from '../../ui/empty'
import {Section} from '../../ui/section'
import {useAssignmentWords} from '../words'
import {Asked, type Facts, factsOf} from './asked'

/** A trial: who would get such a lead at this moment, and why nobody else. Nobody's turn passes by it. */
export function WhoWould() {
  const {t} = useLingui()
  const {steps} = useAssignmentWords()
  const [facts, setFacts] = useState<Facts>(() => factsOf(undefined))
  const variables = useMemo(() => ({facts: inputOf(facts)}), [facts])
  const [{data, error, stale, fetching}, again] = useQuery({
    query: AssignmentPreviewDocument,
    variables,
    requestPolicy: 'cache-and-network',
  })
  const found = data?.assignmentPreview
  const who = <bdi>{found?.member?.name}</bdi>
  const rule = <bdi>{found?.rule?.name}</bdi>
  const problems = error?.graphQLErrors.length
    ? error.graphQLErrors.map(({message, extensions}) => ({
        code: String(extensions.code),
        message,
        field: String(extensions.field),
      }))
    : []
  return (
    <Section title={t`Who would get it?`} lead={t`Say what comes in, and see who would get it now, and why.`}>
      <div className="inside rule-trial">
        <Asked facts={facts} set={setFacts} problems={problems} legend={t`A lead like this`} />
        {error && !error.graphQLErrors.length ? (
          <Failed error={error} retry={() => again({requestPolicy: 'network-only'})} />
        ) : null}
        {found || error ? null : <Bone inline="60%" block={44} />}
        {found && !error ? (
          <div className="rule-verdict" role="status" aria-busy={stale || fetching}>
            <p>
              <IconArrowRight size={16} className="mirror" />
              {found.member ? (
                <>
                  <Avatar name={found.member.name} size={24} plain />
                  <span>
                    <Trans>
                      {who}, by the rule {rule}
                    </Trans>
                  </span>
                </>
              ) : (
                <Trans>No rule gives it to anybody: its source’s owner gets it.</Trans>
              )}
            </p>
            <ol>
              {found.steps.map(({rule: of, member, step}, place) => (
                <li key={place} data-step={step}>
                  <bdi>{of?.name}</bdi>
                  {member ? (
                    <>
                      {' · '}
                      <bdi>{member.name}</bdi>
                    </>
                  ) : null}
                  : {steps[step]}
                </li>
              ))}
            </ol>
          </div>
        ) : null}
      </div>
    </Section>
  )
}

function inputOf({source, product, country, language, question, answer}: Facts) {
  const said = question.trim() && answer.trim() ? [{question: question.trim(), answer: answer.trim()}] : null
  return {
    sourceId: source?.id ?? null,
    productId: product?.id ?? null,
    country: country.trim() || null,
    language: language.trim().length > 1 ? language.trim() : null,
    answers: said,
  }
}
