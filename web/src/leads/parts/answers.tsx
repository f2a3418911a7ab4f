import {useLingui} from '@lingui/react/macro'
import type {LeadWholeFragment} from '../../gql/graphql'
import {Part} from '../../ui/part'

/** What somebody wrote to us, in his own words: the message, and each answer under its question. */
export function Answers({lead: {message, answers}, deep}: {lead: LeadWholeFragment; deep?: boolean}) {
  const {t} = useLingui()
  if (!message && !answers.length) return null
  return (
    <Part title={t`In their words`} deep={deep}>
      {message ? (
        <blockquote className="lead-message" dir="auto">
          {message}
        </blockquote>
      ) : null}
      {answers.length ? (
        <dl className="lead-answers">
          {answers.map(({id, question, answer}) => (
            <div key={id}>
              <dt>
                <bdi>{question}</bdi>
              </dt>
              <dd>
                <bdi>{answer}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </Part>
  )
}
