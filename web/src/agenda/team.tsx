import './team.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {IconUsersGroup} from '@tabler/icons-react'
import {Link, useSearch} from '@tanstack/react-router'
import {useCallback} from 'react'
import {useQuery} from 'urql'
import {WhoseDay} from '../activities'
import {TeamDayDocument, type TeamDayQuery} from '../gql/graphql'
import {Avatar} from '../ui/avatar'
import {Bone, Empty, Failed} from '../ui/empty'
import {useFormats} from '../ui/formats'
import {useFresh} from '../ui/fresh'
import {MemberDay} from './parts/member_day'

type Load = NonNullable<TeamDayQuery['teamDay']>[number]

/** How much each of the team has to do, the most burdened first; a person's day opens below, to be shared out. */
export function TeamDay() {
  const {t} = useLingui()
  const {member} = useSearch({strict: false})
  const [{data, error}, ask] = useQuery({query: TeamDayDocument, requestPolicy: 'cache-and-network'})
  const again = useCallback(() => ask({requestPolicy: 'network-only'}), [ask])
  useFresh(again)
  const loads = data?.teamDay ?? []
  const most = Math.max(1, ...loads.map(({overdue, today, next}) => overdue + today + next))
  return (
    <div className="team-day">
      <header className="top">
        <h1>{t`The team’s day`}</h1>
        <ul className="legend">
          <li data-part="overdue">{t`Overdue`}</li>
          <li data-part="today">{t`Today`}</li>
          <li data-part="next">{t`Next`}</li>
        </ul>
        <div className="grow" />
        <WhoseDay />
      </header>
      <div className="loads">
        {error && !data ? <Failed error={error} retry={again} /> : null}
        {data || error ? null : <Bone inline="100%" block={200} />}
        {data && !loads.length ? (
          <Empty icon={<IconUsersGroup size={28} stroke={1.5} />} title={t`Nobody is here yet`}>
            <Trans>Whoever works with you stands here with what waits for him.</Trans>
          </Empty>
        ) : null}
        <ul>
          {loads.map((load) => (
            <li key={load.member.id} data-member={load.member.id}>
              <Bars load={load} most={most} open={load.member.id === member} />
              {load.member.id === member ? <MemberDay member={load.member} changed={again} /> : null}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

function Bars({load: {member, overdue, today, next, done}, most, open}: {load: Load; most: number; open: boolean}) {
  const {t} = useLingui()
  const {number} = useFormats()
  const width = (count: number) => ({inlineSize: `${String((count / most) * 100)}%`})
  const [late, now, later, over] = [overdue, today, next, done].map(number)
  return (
    <Link to="/team" search={{member: open ? undefined : member.id}} className="load" aria-expanded={open}>
      <Avatar name={member.name} size={24} plain />
      <bdi className="own">{member.name}</bdi>
      <span className="bars" aria-hidden>
        <span data-part="overdue" style={width(overdue)} />
        <span data-part="today" style={width(today)} />
        <span data-part="next" style={width(next)} />
      </span>
      <span className="num counts">{t`${late} overdue, ${now} today, ${later} next, ${over} done`}</span>
    </Link>
  )
}
