import './imports.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconArrowLeft, IconMoodEmpty} from '@tabler/icons-react'
import {getRouteApi, Link} from '@tanstack/react-router'
import {useEffect} from 'react'
import {useQuery} from 'urql'
import {ImportRunDocument, type ImportDetailFragment} from '../gql/graphql'
import {Bone, Empty, Failed} from '../ui/empty'
import {useSay} from '../ui/say'
import {isAtWork} from './course'
import {Mapping} from './parts/mapping'
import {Next} from './parts/next'
import {Progress} from './parts/progress'
import {Refusals} from './parts/refusals'
import {Notes, Report} from './parts/report'
import {Status} from './parts/status'
import {Steps} from './parts/steps'

const route = getRouteApi('/imports/$id')
const BEAT = 600

export function ImportPage() {
  const {t} = useLingui()
  const {id} = route.useParams()
  const [{data, error, fetching}, again] = useQuery({
    query: ImportRunDocument,
    variables: {id},
    requestPolicy: 'cache-and-network',
  })
  const one = data?.import?.id === id && 'files' in data.import ? data.import : undefined
  const moving = one ? isAtWork(one.status) : false
  useEffect(() => {
    if (!moving) return
    const timer = setInterval(() => again({requestPolicy: 'network-only'}), BEAT)
    return () => {
      clearInterval(timer)
    }
  }, [moving, again])
  const back = (
    <Button
      variant="default"
      size="compact-md"
      leftSection={<IconArrowLeft size={14} className="mirror" />}
      renderRoot={(props) => <Link to="/imports" {...props} />}
    >
      <Trans>All imports</Trans>
    </Button>
  )
  return (
    <>
      <header className="top">
        <h1 className="own" dir="auto" title={one?.name}>
          {one ? one.name : t`Import`}
        </h1>
        {one ? <Status status={one.status} /> : null}
        <div className="grow" />
        {back}
      </header>
      <div className="import-page">
        <div className="inner">
          {error && !one ? <Failed error={error} retry={() => again({requestPolicy: 'network-only'})} /> : null}
          {one ? (
            <Course one={one} />
          ) : !error && (fetching || !data) ? (
            <Bone inline="100%" block={120} />
          ) : !error ? (
            <Empty icon={<IconMoodEmpty size={28} stroke={1.5} />} title={t`There is no such import`} actions={back} />
          ) : null}
        </div>
      </div>
    </>
  )
}

function Course({one}: {one: ImportDetailFragment}) {
  const {t} = useLingui()
  const say = useSay()
  const {status} = one
  useEffect(() => {
    if (status === 'CHECKED') say(t`The check is done. Nothing was written.`)
    if (status === 'DONE') say(t`The import is done.`)
    if (status === 'UNDONE') say(t`The import is undone.`)
  }, [say, status, t])
  const report = status === 'CHECKED' || status === 'DONE' || status === 'FAILED' || status === 'UNDONE'
  return (
    <>
      <Steps status={status} />
      {isAtWork(status) ? <Progress one={one} /> : null}
      {status === 'FAILED' && one.failure ? (
        <p className="trouble" role="alert">
          {one.failure}
        </p>
      ) : null}
      <Next one={one} />
      {report ? <Report one={one} /> : null}
      {report ? <Notes one={one} /> : null}
      {report && one.files.some(({refused}) => refused > 0) ? <Refusals key={status} one={one} /> : null}
      {status === 'DRAFT' || status === 'CHECKED' ? <Mapping one={one} /> : null}
    </>
  )
}
