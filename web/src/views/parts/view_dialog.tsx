import {Trans, useLingui} from '@lingui/react/macro'
import {useState} from 'react'
import type {Audience, OneViewFragment} from '../../gql/graphql'
import {useHolds, usePeople} from '../../members'
import {Field} from '../../ui/field'
import {Making} from '../../ui/making'
import type {Problem} from '../../ui/problems'
import {whyOf} from '../../ui/refused'
import {Select} from '../../ui/select'

export interface Draft {
  name: string
  audience: Audience
  teamId: string | null
}

interface Props {
  title: string
  name: string
  /** The view that is changed; a new one where there is none. */
  view?: OneViewFragment
  save: (draft: Draft) => Promise<Problem[]>
  close: () => void
}

/** What a view is called, and who is offered it. */
export default function ViewDialog({title, name: first, view, save, close}: Props) {
  const {t} = useLingui()
  const {teams} = usePeople()
  const manages = useHolds('views:manage')
  const [name, setName] = useState(first)
  const [audience, setAudience] = useState<Audience>(view?.view.audience ?? 'PRIVATE')
  const [team, setTeam] = useState(view?.view.team?.id ?? '')
  const [saving, setSaving] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const go = async () => {
    setSaving(true)
    const refused = await save({name: name.trim(), audience, teamId: audience === 'TEAM' ? team || null : null})
    setSaving(false)
    setProblems(refused)
    if (!refused.length) close()
  }
  return (
    <Making
      title={title}
      act={<Trans>Save</Trans>}
      width={420}
      dirty={name !== first}
      saving={saving}
      problems={problems}
      fields={['name', 'audience', 'teamId']}
      save={() => void go()}
      close={close}
    >
      <Field
        label={t`Name`}
        required
        maxLength={80}
        dir="auto"
        value={name}
        onValue={setName}
        why={whyOf(problems, 'name')}
      />
      <Select
        label={t`Who is offered it`}
        value={audience}
        onValue={(next) => setAudience(next as Audience)}
        why={whyOf(problems, 'audience')}
        hint={<Trans>A view opens no records: everybody sees in it what they may see.</Trans>}
      >
        <option value="PRIVATE">{t`Only me`}</option>
        <option value="TEAM">{t`A team`}</option>
        {manages || audience === 'COMPANY' ? <option value="COMPANY">{t`The whole company`}</option> : null}
      </Select>
      {audience === 'TEAM' ? (
        <Select label={t`Team`} value={team} onValue={setTeam} why={whyOf(problems, 'teamId')}>
          <option value="">{t`Choose a team`}</option>
          {teams.map(({id, name: called}) => (
            <option key={id} value={id}>
              {called}
            </option>
          ))}
        </Select>
      ) : null}
    </Making>
  )
}
