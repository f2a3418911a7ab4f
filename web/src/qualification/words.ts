import {plural} from '@lingui/core/macro'
import {useLingui} from '@lingui/react/macro'
import {useMemo} from 'react'
import {useChannels} from '../attribution'
import type {ActivityKind, KnownField, LeadMeritKind, LeadMissingKind, RipenessRuleFragment} from '../gql/graphql'

type Condition = Omit<RipenessRuleFragment, 'points' | '__typename'>

/** What is said of rules and of ripeness, in words. */
export function useQualificationWords() {
  const {t} = useLingui()
  const channels = useChannels()
  return useMemo(() => {
    const merits: Record<LeadMeritKind, string> = {
      EMAIL: t`Has an e-mail address`,
      WORK_EMAIL: t`Writes from work`,
      PHONE: t`Has a phone number`,
      COMPANY: t`Says the company`,
      TITLE: t`Says the role`,
      MESSAGE: t`Wrote a message`,
      PRODUCT: t`Asks about a product`,
      SOUGHT_US: t`Looked for us`,
      FIELD: t`A field says`,
      ANSWER: t`Answered in a form`,
      SOURCE: t`Came from a source`,
      CONSENT: t`Agreed to be contacted`,
      ACTIVITIES: t`Something was done`,
      TALKED: t`Both sides spoke`,
      TALKED_WITHIN: t`Both sides spoke soon`,
    }
    const known: Record<KnownField, string> = {
      EMAIL: t`E-mail`,
      PHONE: t`Phone`,
      COMPANY: t`Company`,
      TITLE: t`Role`,
      MESSAGE: t`Message`,
      COUNTRY: t`Country`,
      LANGUAGE: t`Language`,
      PRODUCT: t`Product`,
      CHANNEL: t`Channel`,
      CAMPAIGN: t`Campaign`,
    }
    const deeds: Record<ActivityKind, string> = {
      CALL: t`Calls`,
      MEETING: t`Meetings`,
      TASK: t`Tasks`,
      NOTE: t`Notes`,
    }
    const named: Partial<Record<string, string>> = channels
    const field = (rule: Condition) => {
      const name = rule.field ? known[rule.field] : ''
      const value = (rule.field === 'CHANNEL' && named[rule.value ?? '']) || (rule.value ?? '')
      if (rule.match === 'FILLED') return t`${name} is known`
      return rule.match === 'IS' ? t`${name} is “${value}”` : t`${name} has “${value}” in it`
    }
    const answer = ({question, value}: Condition) =>
      value ? t`Answered “${question}” with “${value}”` : t`Answered “${question}”`
    const told: Partial<Record<LeadMeritKind, (rule: Condition) => string>> = {
      FIELD: field,
      ANSWER: answer,
      SOURCE: ({source}) => t`Came from ${source?.name ?? '?'}`,
      ACTIVITIES: ({activity, least}) => {
        const many = least ?? 1
        return activity ? t`${deeds[activity]}: at least ${many}` : t`Activities: at least ${many}`
      },
      TALKED_WITHIN: ({within}) =>
        t`Both sides spoke within ${plural(within ?? 0, {one: '# working minute', other: '# working minutes'})}`,
    }
    const says = (rule: Condition) => told[rule.merit]?.(rule) ?? merits[rule.merit]
    const lacks = ({kind, field, least}: {kind: LeadMissingKind; field?: KnownField | null; least?: number | null}) => {
      if (kind === 'FIELD') return field ? known[field] : ''
      return kind === 'SCORE' ? t`A score of ${least ?? 0}` : t`Done activities: ${least ?? 0}`
    }
    return {merits, known, deeds, channels, says, lacks}
  }, [t, channels])
}
