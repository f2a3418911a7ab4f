import './reference.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {Link, useNavigate, useSearch} from '@tanstack/react-router'
import {Find} from '../ui/find'
import {Paper} from '../ui/paper'
import {contract} from './contract'
import {Found} from './parts/found'
import {TypeList} from './parts/type_list'
import {OneType} from './parts/one_type'

/** The graph as it was built in: its types and fields, found by name and linked by address. */
export function Reference() {
  const {t} = useLingui()
  const navigate = useNavigate()
  const {type, q = ''} = useSearch({strict: false})
  const shown = contract.find(({name}) => name === (type ?? 'Query'))
  const ask = (text: string) =>
    void navigate({to: '/settings/reference', search: {type, q: text || undefined}, replace: true})
  return (
    <Paper
      wide
      title={t`API reference`}
      actions={<Find label={t`Search types and fields`} asked={q} ask={ask} />}
      lead={
        <Trans>
          Everything that a program can ask for. Try it out with a token of yours in the{' '}
          <Link className="plain" to="/settings/explorer">
            API explorer
          </Link>
          .
        </Trans>
      }
    >
      <div className="reference">
        <TypeList shown={shown?.name} />
        {q ? (
          <Found asked={q} />
        ) : shown ? (
          <OneType key={shown.name} type={shown} />
        ) : (
          <p className="nothing">
            <Trans>
              The graph has no type <code dir="ltr">{type}</code>.
            </Trans>
          </p>
        )}
      </div>
    </Paper>
  )
}
