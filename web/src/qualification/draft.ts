import type {KnownField, QualificationInput, QualificationQuery, RipenessRuleFragment} from '../gql/graphql'

export type Kept = NonNullable<QualificationQuery['qualification']>

/** A rule as it is being written. */
export type DraftRule = Omit<RipenessRuleFragment, 'points' | '__typename'> & {points: string}

/** All that the company goes by, as it is being written. */
export interface Draft {
  rules: DraftRule[]
  ripeScore: string
  requires: KnownField[]
  leastActivities: string
}

const MOST = 1_000_000

export const draftOf = ({rules, ripeScore, requires, leastActivities}: Kept): Draft => ({
  rules: rules.map((rule) => ({...rule, points: String(rule.points)})),
  ripeScore: ripeScore == null ? '' : String(ripeScore),
  requires,
  leastActivities: leastActivities ? String(leastActivities) : '',
})

export const inputOf = ({rules, ripeScore, requires, leastActivities}: Draft): QualificationInput => ({
  rules: rules.map(({key, merit, points, field, match, value, question, source, activity, least, within}) => ({
    ...{key, merit, points: whole(points), field, match, value, question},
    ...{sourceId: source?.id ?? null, activity, least, within},
  })),
  ripeScore: ripeScore.trim() ? whole(ripeScore) : null,
  requires,
  leastActivities: whole(leastActivities),
})

export const same = (one: Draft, other: Draft) => JSON.stringify(inputOf(one)) === JSON.stringify(inputOf(other))

export const withRule = (draft: Draft, rule: DraftRule): Draft => ({
  ...draft,
  rules: draft.rules.some(({key}) => key === rule.key)
    ? draft.rules.map((one) => (one.key === rule.key ? rule : one))
    : [...draft.rules, rule],
})

export const withoutRule = (draft: Draft, rule: DraftRule): Draft => ({
  ...draft,
  rules: draft.rules.filter(({key}) => key !== rule.key),
})

/** The points that a lead can have at most. */
export const fullOf = ({rules}: Draft) => rules.reduce((sum, {points}) => sum + Math.max(0, whole(points)), 0)

/** What the server takes for a number; what is none is 0, about which the server says what is wrong. */
const whole = (text: string) => Math.max(-MOST, Math.min(MOST, Math.trunc(Number(text)))) || 0
