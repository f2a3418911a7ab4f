import './sources.css'
import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconPlus, IconTargetArrow} from '@tabler/icons-react'
import {Link, useNavigate} from '@tanstack/react-router'
import {Suspense, useState} from 'react'
import {useQuery} from 'urql'
import {SourcesDocument, type SourcesQuery} from '../gql/graphql'
import {useGrants} from '../members'
import {useActions} from '../ui/actions'
import {Bone, Empty, Failed} from '../ui/empty'
import {late} from '../ui/late'
import {Paper} from '../ui/paper'
import {Section, SectionRow} from '../ui/section'
import {Tag} from '../ui/tag'
import {Parked} from './parts/parked'
import {signs, useSourceWords} from './words'

const NewSource = late(() => import('./parts/new_source'))

/** Where leads come from, and what came in that could not be read. */
export function Sources() {
  const {t} = useLingui()
  const navigate = useNavigate()
  const may = useGrants('Source')
  const [making, setMaking] = useState(false)
  const [{data, error}, again] = useQuery({query: SourcesDocument, requestPolicy: 'cache-and-network'})
  const add = () => setMaking(true)
  const icon = <IconPlus size={16} />
  useActions(may.create ? [{id: 'new-source', label: t`New source`, keys: 'C', icon, run: add}] : [])
  const adding = may.create ? (
    <Button size="compact-md" leftSection={<IconPlus size={14} />} onClick={add}>
      <Trans>New source</Trans>
    </Button>
  ) : undefined
  const sources = data?.sources ?? []
  return (
    <Paper
      title={t`Lead sources`}
      lead={t`Where leads come from. Each source has its own address, its own consent text and its own owner.`}
      actions={adding}
    >
      {error && !data ? <Failed error={error} retry={() => again({requestPolicy: 'network-only'})} /> : null}
      {data || error ? null : <Bone inline="100%" block={160} />}
      {data && !sources.length ? (
        <Empty icon={<IconTargetArrow size={28} stroke={1.5} />} title={t`No source yet`} actions={adding}>
          <Trans>Make a form for your site in a minute: its page is there at once, and it fits into any site.</Trans>
        </Empty>
      ) : null}
      {sources.length ? (
        <Section title={t`Sources`}>
          <ul className="section-rows">
            {sources.map((source) => (
              <Row key={source.id} source={source} />
            ))}
          </ul>
        </Section>
      ) : null}
      {may.update ? <Parked /> : null}
      <Suspense>
        {making ? (
          <NewSource
            close={() => setMaking(false)}
            made={(id) => void navigate({to: '/settings/sources/$id', params: {id}})}
          />
        ) : null}
      </Suspense>
    </Paper>
  )
}

function Row({source}: {source: SourcesQuery['sources'][number]}) {
  const {kinds} = useSourceWords()
  const {id, name, kind, active, owner, leads, parked} = source
  const Sign = signs[kind]
  return (
    <SectionRow
      icon={<Sign size={18} stroke={1.5} />}
      title={
        <Link className="plain" to="/settings/sources/$id" params={{id}}>
          <bdi>{name}</bdi>
        </Link>
      }
      tags={
        <>
          {active ? null : (
            <Tag>
              <Trans>switched off</Trans>
            </Tag>
          )}
          {parked.totalCount ? (
            <Tag tone="warn">
              <Plural value={parked.totalCount} one="# parked" other="# parked" />
            </Tag>
          ) : null}
        </>
      }
      more={
        <>
          {kinds[kind]}
          {owner ? (
            <>
              {' · '}
              <bdi>{owner.name}</bdi>
            </>
          ) : null}
        </>
      }
    >
      <Link to="/leads" search={{source: id}} className="source-count num">
        <Plural value={leads.totalCount} one="# lead" other="# leads" />
      </Link>
    </SectionRow>
  )
}
