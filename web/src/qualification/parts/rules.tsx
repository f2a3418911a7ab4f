import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconPlant2, IconPlus} from '@tabler/icons-react'
import {Empty} from '../../ui/empty'
import {useFormats} from '../../ui/formats'
import type {Problem} from '../../ui/problems'
import {Refused, whyOf} from '../../ui/refused'
import {Section} from '../../ui/section'
import {type Draft, type DraftRule, fullOf, withRule, withoutRule} from '../draft'
import {RuleRow} from './rule_row'

export interface Part {
  draft: Draft
  set: (draft: Draft) => void
  may: boolean
  problems: readonly Problem[]
}

/** What counts for and against a lead. */
export function Rules({draft, set, may, problems, edit}: Part & {edit: (rule: DraftRule | 'new') => void}) {
  const {t} = useLingui()
  const {number} = useFormats()
  const {rules} = draft
  const full = number(fullOf(draft))
  const adding = may ? (
    <Button variant="default" size="compact-md" leftSection={<IconPlus size={14} />} onClick={() => edit('new')}>
      <Trans>New rule</Trans>
    </Button>
  ) : undefined
  return (
    <Section title={t`Rules`} lead={rules.length ? t`Points to have: ${full}` : undefined} aside={adding}>
      <Refused problems={problems.filter(({field}) => field === 'rules')} />
      {rules.length ? (
        <ul className="section-rows">
          {rules.map((rule, place) => (
            <RuleRow
              key={rule.key}
              rule={rule}
              may={may}
              why={whyOf(problems, `rules.${place}`)}
              put={(next) => set(withRule(draft, next))}
              edit={() => edit(rule)}
              remove={() => set(withoutRule(draft, rule))}
            />
          ))}
        </ul>
      ) : (
        <Empty icon={<IconPlant2 size={28} stroke={1.5} />} title={t`There is no rule`}>
          <Trans>Without any, every lead’s score is 0. Begin with what tells most: a phone number, a company.</Trans>
        </Empty>
      )}
    </Section>
  )
}
