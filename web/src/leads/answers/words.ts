import {useLingui} from '@lingui/react/macro'
import {useChannels} from '../../attribution'
import type {LeadChannel, ResponseGrouping} from '../../gql/graphql'
import {useFormats} from '../../ui/formats'
import type {Named, Part} from './view'

/** What response times are told in. */
export function useAnswerWords() {
  const {t} = useLingui()
  const {day} = useFormats()
  const channels = useChannels()
  const groupings: Record<ResponseGrouping, string> = {
    SOURCE: t`By source`,
    CHANNEL: t`By channel`,
    CAMPAIGN: t`By campaign`,
    MEMBER: t`By person`,
    TEAM: t`By team`,
    ANSWER: t`By form answer`,
    WEEK: t`By week`,
  }
  const nothing: Record<ResponseGrouping, string> = {
    SOURCE: t`No source`,
    CHANNEL: t`Channel unknown`,
    CAMPAIGN: t`No campaign`,
    MEMBER: t`Nobody`,
    TEAM: t`No team`,
    ANSWER: t`Not answered by them`,
    WEEK: '',
  }
  const parts: Record<Part['key'], string> = {
    minutes: t`within 5 minutes`,
    hour: t`within an hour`,
    day: t`within a day`,
    later: t`later`,
    waiting: t`still waiting`,
    closed: t`closed without an answer`,
  }
  const spoken = (by: ResponseGrouping, word: string) =>
    by === 'WEEK' ? day(word) : by === 'CHANNEL' ? channels[word as LeadChannel] : word
  const nameOf = (by: ResponseGrouping, {source, member, team, word}: Named) =>
    source?.name ?? member?.name ?? team?.name ?? (word ? spoken(by, word) : nothing[by])
  return {groupings, parts, nameOf}
}

/** A length of time: of what is not known yet, because so many wait, that it is more than the longest so far. */
export function useLengths(unit: 'WALL' | 'BUSINESS' = 'WALL') {
  const {t} = useLingui()
  const {length} = useFormats()
  const told = (seconds: number) => (seconds < 60 ? t`under a minute` : length(seconds, unit === 'WALL'))
  const bounded = (seconds: number | null | undefined, longest: number | null | undefined) => {
    if (seconds != null) return told(seconds)
    return longest == null ? '–' : t`over ${told(longest)}`
  }
  return {told, bounded}
}
