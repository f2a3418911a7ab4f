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

const minutesIn = (text: string) => (text === '' ? null : Number(text))

/** What a source is called, who gets what no rule gives away, and whether it takes anything in. */
export function About({source}: {source: SourceRowFragment}) {
  const {t} = useLingui()
  const {people} = usePeople()
  const {save, problems, saving} = useSaving(source)
  const [name, setName] = useState(source.name)
  const [owner, setOwner] = useState(source.owner?.id)
  const [active, setActive] = useState(source.active)
  const [after, setAfter] = useState(String(source.escalateAfter ?? ''))
  const changed =
    name.trim() !== source.name ||
    owner !== source.owner?.id ||
    active !== source.active ||
    after !== String(source.escalateAfter ?? '')
  return (
    <Section
      title={t`The source`}
      foot={
        <Button
          size="compact-md"
          disabled={!changed}
          loading={saving}
          onClick={() =>
            void save({name: name.trim(), ownerId: owner ?? null, active, escalateAfter: minutesIn(after)})
          }
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
        <div className="columns">
          <Field
            label={t`Tell the manager after so many working minutes`}
            type="number"
            min={0}
            max={10080}
            value={after}
            onValue={setAfter}
            why={whyOf(problems, 'escalateAfter')}
            hint={t`Where nobody has tried to answer a lead. Left empty, the company’s own time holds; 0 is never.`}
          />
        </div>
        <label className="check">
          <input type="checkbox" checked={active} onChange={(event) => setActive(event.target.checked)} />
          <Trans>Switched on: it takes leads in</Trans>
        </label>
        <Refused problems={problems} fields={['name', 'ownerId', 'escalateAfter']} />
      </div>
    </Section>
  )
}
