import {Trans, useLingui} from '@lingui/react/macro'
import {useState} from 'react'
import {useMutation} from 'urql'
import {type ImportDetailFragment, SetImportMappingDocument} from '../../gql/graphql'
import {problemsOf} from '../../ui/problems'

/** What no column says of leads: who gets those of nobody, and whether somebody waits for an answer. */
export function LeadChoices({one}: {one: ImportDetailFragment}) {
  const {t} = useLingui()
  const [{fetching}, save] = useMutation(SetImportMappingDocument)
  const [why, setWhy] = useState<string | null>(null)
  const choose = async (said: {assignLeads?: boolean; leadsAreNew?: boolean}) => {
    const answer = await save({input: {importId: one.id, columns: [], ...said}})
    setWhy(problemsOf(answer, t`The server does not answer. Nothing was changed.`)[0]?.message ?? null)
  }
  return (
    <fieldset className="card-box lead-choices" aria-busy={fetching} aria-label={t`Leads`}>
      <label>
        <input
          type="checkbox"
          checked={one.assignLeads}
          onChange={({target}) => void choose({assignLeads: target.checked})}
        />
        <span>
          {t`Give leads without an owner away by the rules`}
          <small>
            <Trans>By the rules of assignment, as if they came in now. Otherwise they are nobody's.</Trans>
          </small>
        </span>
      </label>
      <label>
        <input
          type="checkbox"
          checked={one.leadsAreNew}
          onChange={({target}) => void choose({leadsAreNew: target.checked})}
        />
        <span>
          {t`They are new: somebody waits for an answer`}
          <small>
            <Trans>Their response clocks run from the day on which they came in. Otherwise none begins.</Trans>
          </small>
        </span>
      </label>
      {why ? (
        <p className="trouble" role="alert">
          {why}
        </p>
      ) : null}
    </fieldset>
  )
}
