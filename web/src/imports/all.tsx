import './imports.css'
import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {IconFileImport} from '@tabler/icons-react'
import {Link} from '@tanstack/react-router'
import {useEffect} from 'react'
import {useQuery} from 'urql'
import {ImportsDocument, type ImportsQuery} from '../gql/graphql'
import {Bone, Empty, Failed} from '../ui/empty'
import {useFormats} from '../ui/formats'
import {useUpload} from './upload'
import {isAtWork} from './course'
import {DropZone} from './parts/drop_zone'
import {Status} from './parts/status'

type One = ImportsQuery['imports']['nodes'][number]

const variables = {first: 50}

export function Imports() {
  const {t} = useLingui()
  const [{data, error}, again] = useQuery({query: ImportsDocument, variables, requestPolicy: 'cache-and-network'})
  const upload = useUpload()
  const all = data?.imports.nodes
  const moving = all?.some(({status}) => isAtWork(status)) ?? false
  useEffect(() => {
    if (!moving) return
    const timer = setInterval(() => again({requestPolicy: 'network-only'}), 1500)
    return () => {
      clearInterval(timer)
    }
  }, [moving, again])
  return (
    <>
      <header className="top">
        <h1>
          <Trans>Imports</Trans>
        </h1>
      </header>
      <div className="import-page">
        <div className="inner">
          <DropZone upload={upload} />
          <section aria-labelledby="past-imports" style={{display: 'grid', gap: 8}}>
            <h2 id="past-imports">
              <Trans>Earlier imports</Trans>
            </h2>
            {error && !data ? <Failed error={error} retry={() => again({requestPolicy: 'network-only'})} /> : null}
            {!data && !error ? <Bone inline="100%" block={56} /> : null}
            {all?.length === 0 ? (
              <Empty
                icon={<IconFileImport size={28} stroke={1.5} className="mirror" />}
                title={t`Nothing was imported yet`}
              >
                <Trans>Drop your files above. Nothing is written before you have seen what would happen.</Trans>
              </Empty>
            ) : null}
            {all?.length ? (
              <ul className="past">
                {all.map((one) => (
                  <li key={one.id}>
                    <Past one={one} />
                  </li>
                ))}
              </ul>
            ) : null}
          </section>
        </div>
      </div>
    </>
  )
}

function Past({one}: {one: One}) {
  const {ago, momentInFull, number, percent} = useFormats()
  const sum = (field: 'created' | 'updated' | 'refused') => one.files.reduce((total, file) => total + file[field], 0)
  const [created, updated, refused] = [sum('created'), sum('updated'), sum('refused')]
  return (
    <Link to="/imports/$id" params={{id: one.id}}>
      <strong className="own" dir="auto">
        {one.name}
      </strong>
      <span className="quiet num counts">
        {isAtWork(one.status) && one.total > 0 ? (
          percent(Math.min(1, one.done / one.total))
        ) : one.status === 'DONE' || one.status === 'UNDONE' ? (
          <Trans>
            {number(created)} new, {number(updated)} changed, {number(refused)} refused
          </Trans>
        ) : (
          <Plural value={one.files.reduce((rows, file) => rows + file.rows, 0)} one="# row" other="# rows" />
        )}
      </span>
      <Status status={one.status} />
      <span className="quiet clip" title={momentInFull(one.createdAt)}>
        {one.by ? <bdi>{one.by.name}</bdi> : null}
        {one.by ? ' · ' : null}
        {ago(one.createdAt)}
      </span>
    </Link>
  )
}
