import '../files.css'
import {useLingui} from '@lingui/react/macro'
import {IconTrash} from '@tabler/icons-react'
import {useState} from 'react'
import type {FileLineFragment} from '../../gql/graphql'
import {Gallery} from '../shown'
import {Sign} from '../kinds'
import {useSizes} from '../sizes'
import {useFileDeeds} from '../deeds'

/** The files of a note or a task, in a line; `about` is where they can be taken away. */
export default function ActivityFiles({files, about}: {files: readonly FileLineFragment[]; about?: string}) {
  const {t} = useLingui()
  const {sized} = useSizes()
  const {remove} = useFileDeeds(about ?? '')
  const [shown, setShown] = useState<string | null>(null)
  const [why, setWhy] = useState<string | null>(null)
  if (!files.length) return null
  return (
    <>
      <ul className="file-chips">
        {files.map((file) => (
          <li key={file.id} data-file={file.id}>
            <button type="button" title={t`Look at ${file.name}`} onClick={() => setShown(file.id)}>
              {file.preview === 'READY' ? (
                <img src={`/files/${file.id}/preview`} alt="" loading="lazy" />
              ) : (
                <Sign kind={file.kind} size={16} />
              )}
              <bdi className="clip">{file.name}</bdi>
              <small>{sized(file.size)}</small>
            </button>
            {about ? (
              <button
                type="button"
                className="away"
                title={t`Delete`}
                aria-label={t`Delete ${file.name}`}
                onClick={() => void remove(file).then(setWhy)}
              >
                <IconTrash size={13} />
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {why ? (
        <p className="inline-why" role="alert">
          {why}
        </p>
      ) : null}
      {shown ? <Gallery files={[...files]} first={shown} close={() => setShown(null)} /> : null}
    </>
  )
}
