import './qualification.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {Suspense, useCallback, useId, useState} from 'react'
import {useQuery} from 'urql'
import {QualificationDocument} from '../gql/graphql'
import {useHolds} from '../members'
import {useActions} from '../ui/actions'
import {Bone, Failed} from '../ui/empty'
import {late} from '../ui/late'
import {Paper} from '../ui/paper'
import {Refused} from '../ui/refused'
import {type DraftRule, type Kept, withRule, withoutRule} from './draft'
import {useKeeping} from './keeping'
import {Leaving} from './parts/leaving'
import {RipeWhen} from './parts/ripe_when'
import {Rules} from './parts/rules'
import {Weighing} from './parts/weighing'
import {WouldBe} from './parts/would_be'
import {useTrial} from './trial'

const RuleForm = late(() => import('./parts/rule_form'))

/** By which rules leads ripen: who manages the company changes them here, everybody else reads them. */
export function QualificationSettings() {
  const {t} = useLingui()
  const [{data, error}, ask] = useQuery({query: QualificationDocument, requestPolicy: 'cache-and-network'})
  const again = useCallback(() => ask({requestPolicy: 'network-only'}), [ask])
  if (data?.qualification) return <Standard kept={data.qualification} again={again} />
  return (
    <Paper title={t`Ripeness`}>
      {error ? <Failed error={error} retry={again} /> : <Bone inline="100%" block={320} />}
    </Paper>
  )
}

function Standard({kept, again}: {kept: Kept; again: () => void}) {
  const {t} = useLingui()
  const id = useId()
  const may = useHolds('company:manage')
  const {draft, set, dirty, behind, begin, discard, problems: refused, saving, save} = useKeeping(kept, again)
  const trial = useTrial(draft, may, kept.weighing?.finishedAt)
  const problems = (refused.length ? refused : trial.problems).filter(({code}) => !(behind && code === 'CONFLICT'))
  const [editing, setEditing] = useState<DraftRule | 'new' | null>(null)
  const submit = () => {
    const form = document.getElementById(id)
    if (form instanceof HTMLFormElement && !document.querySelector('dialog[open]')) form.requestSubmit()
  }
  useActions(may && dirty ? [{id: 'save-rules', label: t`Save`, keys: 'Mod+Enter', inFields: true, run: submit}] : [])
  return (
    <Paper
      title={t`Ripeness`}
      lead={t`Each rule gives or takes points. A lead’s score is its share of all points that there are to have, from 0 to 100.`}
      actions={
        may ? (
          <>
            <Button variant="default" size="compact-md" disabled={!dirty || saving} onClick={discard}>
              <Trans>Discard</Trans>
            </Button>
            <Button type="submit" form={id} size="compact-md" disabled={!dirty || behind} loading={saving}>
              <Trans>Save</Trans>
            </Button>
          </>
        ) : undefined
      }
    >
      {may ? null : (
        <p className="note">
          <Trans>This is changed by those who may manage the company.</Trans>
        </p>
      )}
      {behind ? <Behind begin={begin} /> : null}
      {kept.weighing ? <Weighing weighing={kept.weighing} again={again} /> : null}
      <form
        id={id}
        className="ripeness"
        onSubmit={(event) => {
          event.preventDefault()
          if (dirty && !saving) void save()
        }}
      >
        <Rules draft={draft} set={set} may={may} problems={problems} edit={setEditing} />
        <RipeWhen draft={draft} set={set} may={may} problems={problems} />
      </form>
      <Refused problems={problems.filter(({field}) => !told(field))} />
      {may ? <WouldBe trial={trial} told={draft.ripeScore.trim() !== ''} /> : null}
      <Leaving dirty={dirty} />
      <Suspense>
        {editing ? (
          <RuleForm
            rule={editing === 'new' ? undefined : editing}
            put={(rule) => set(withRule(draft, rule))}
            remove={(rule) => set(withoutRule(draft, rule))}
            close={() => setEditing(null)}
          />
        ) : null}
      </Suspense>
    </Paper>
  )
}

/** What stands beside what it is about. */
const told = (field: string | null | undefined) =>
  field != null && (field.startsWith('rules') || ['ripeScore', 'leastActivities'].includes(field))

function Behind({begin}: {begin: () => void}) {
  return (
    <div className="trouble" role="alert">
      <span>
        <Trans>A colleague has changed the rules in the meantime. Yours cannot be saved over them.</Trans>
      </span>
      <button type="button" onClick={begin}>
        <Trans>Discard mine and load theirs</Trans>
      </button>
    </div>
  )
}
