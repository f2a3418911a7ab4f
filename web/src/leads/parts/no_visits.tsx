import {Trans, useLingui} from '@lingui/react/macro'
import {Link} from '@tanstack/react-router'
import {useQuery} from 'urql'
import {VisitSourcesDocument} from '../../gql/graphql'
import {useGrants} from '../../members'
import {visitScript} from '../../sources'
import {Copyable} from '../../ui/secret'

/** Why nothing is known of visits, and what makes them known: for those who may put a line into the site. */
export function NoVisits({source}: {source?: string}) {
  const may = useGrants('Source')
  if (may.update) return <Invitation source={source} />
  return (
    <p className="none">
      <Trans>No visit to your site is known.</Trans>
    </p>
  )
}

function Invitation({source}: {source?: string}) {
  const {t} = useLingui()
  const [{data}] = useQuery({query: VisitSourcesDocument, requestPolicy: 'cache-and-network'})
  if (!data) return null
  const forms = data.sources.filter(({kind, active}) => kind === 'WEB_FORM' && active)
  const form = forms.find(({id}) => id === source) ?? forms[0]
  return (
    <div className="visit-none">
      <p className="none">
        {form ? (
          <Trans>
            No visit to your site is known. With this line on each of its pages you see here when somebody comes back,
            and what he looks at, once he has agreed to it.
          </Trans>
        ) : (
          <Trans>No visit to your site is known: set up a form of your site first.</Trans>
        )}
      </p>
      {form ? <Copyable text={visitScript(form.key)} label={t`The line for each page of your site`} /> : null}
      <Link to="/settings/sources" className="lead-do">
        <Trans>Lead sources</Trans>
      </Link>
    </div>
  )
}
