import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {useState} from 'react'
import type {SourceRowFragment} from '../../gql/graphql'
import {usePeople} from '../../members'
import {Chooser} from '../../ui/chooser'
import {Field} from '../../ui/field'
import {Picked} from '../../ui/picked'
import {Refused, whyOf} from '../../ui/refused'
import {Section} from '../../ui/section'
import {useSaving} from '../saving'

/** What a source is called, who gets what no rule gives away, and whether it takes anything in. */
export function About({source}: {source: SourceRowFragment}) {
  const {t} = useLingui()
  const {people} = usePeople()
  const {save, problems, saving} = useSaving(source)
  const [name, setName] = useState(source.name)
  const [owner, setOwner] = useState(source.owner?.id)
  const [active, setActive] = useState(source.active)
  const changed = name.trim() !== source.name || owner !== source.owner?.id || active !== source.active
  return (
    <Section
      title={t`The source`}
      foot={
        <Button
          size="compact-md"
          disabled={!changed}
          loading={saving}
          onClick={() => void save({name: name.trim(), ownerId: owner ?? null, active})}
        >
          <Trans>Save</Trans>
        </Button>
      }
    >
      <div className="inside">
        <div className="columns">
          <Field
            label={t`Name`}
            dir="auto"
            maxLength={200}
            value={name}
            onValue={setName}
            why={whyOf(problems, 'name')}
          />
          <Picked
            label={t`Owner`}
            why={whyOf(problems, 'ownerId')}
            hint={t`Gets the leads that no rule gives to anybody.`}
          >
            <Chooser
              label={owner ? t`Owner` : t`Nobody`}
              choices={people.map(({id, name: called, team}) => ({value: id, label: called, more: team?.name}))}
              value={owner}
              name={source.owner?.name}
              onChange={setOwner}
            />
          </Picked>
        </div>
        <label className="check">
          <input type="checkbox" checked={active} onChange={(event) => setActive(event.target.checked)} />
          <Trans>Switched on: it takes leads in</Trans>
        </label>
        <Refused problems={problems} fields={['name', 'ownerId']} />
      </div>
    </Section>
  )
}
