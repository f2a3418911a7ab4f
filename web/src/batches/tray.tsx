import './bar.css'
import {useLingui} from '@lingui/react/macro'
import {useEffect} from 'react'
import {useClient} from 'urql'
import {LatestBatchesDocument, MyExportsDocument} from '../gql/graphql'
import type {Tray} from '../ui/jobs'
import {isDropped} from './dropped'
import {BatchLine} from './parts/batch_line'
import {ExportLine} from './parts/export_line'

const RECENT = 2 * 60_000

/** What the viewer has running, or has just had; it is found again after a reload. */
const JobTray: Tray = ({jobs, recall, forget, changed}) => {
  const {t} = useLingui()
  const client = useClient()
  useEffect(() => {
    let here = true
    const recent = (at: string) => Date.now() - Date.parse(at) < RECENT
    void client
      .query(LatestBatchesDocument, {}, {requestPolicy: 'network-only'})
      .toPromise()
      .then(({data}) => {
        for (const {id, status, finishedAt, createdAt} of here ? (data?.batches.nodes ?? []) : []) {
          const going = status === 'WAITING' || status === 'RUNNING' || status === 'UNDOING'
          if ((going || recent(finishedAt ?? createdAt)) && !isDropped(id)) recall({kind: 'batch', id})
        }
      })
    void client
      .query(MyExportsDocument, {first: 5}, {requestPolicy: 'network-only'})
      .toPromise()
      .then(({data}) => {
        for (const {id, status, createdAt} of here ? (data?.exports.nodes ?? []) : []) {
          const going = status === 'WAITING' || status === 'RUNNING'
          if ((going || (status !== 'GONE' && recent(createdAt))) && !isDropped(id)) recall({kind: 'export', id})
        }
      })
    return () => {
      here = false
    }
  }, [client, recall])
  if (!jobs.length) return null
  return (
    <ul className="tray" aria-label={t`In the background`}>
      {jobs.map(({kind, id}) => (
        <li key={id}>
          {kind === 'batch' ? (
            <BatchLine id={id} forget={() => forget(id)} changed={changed} />
          ) : (
            <ExportLine id={id} forget={() => forget(id)} />
          )}
        </li>
      ))}
    </ul>
  )
}

export default JobTray
