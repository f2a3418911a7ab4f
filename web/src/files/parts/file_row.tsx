import {useLingui} from '@lingui/react/macro'
import {IconDownload, IconPencil, IconTrash} from '@tabler/icons-react'
import {useState} from 'react'
import type {FileLineFragment} from '../../gql/graphql'
import {useFormats} from '../../ui/formats'
import {useStill} from '../../ui/still'
import {Sign, useKind} from '../kinds'
import {useSizes} from '../sizes'
import {useFileDeeds} from '../deeds'
import {Renamer} from './renamer'

interface Props {
  file: FileLineFragment
  about: string
  open: () => void
}

/** One file: looked at, saved, renamed, taken away. */
export function FileRow({file, about, open}: Props) {
  const {t} = useLingui()
  const {ago, momentInFull} = useFormats()
  const {sized} = useSizes()
  const said = useKind()
  const still = useStill()
  const {rename, remove} = useFileDeeds(about)
  const [naming, setNaming] = useState(false)
  const [why, setWhy] = useState<string | null>(null)
  const {id, name, kind, size, preview, addedBy, createdAt} = file
  return (
    <li data-file={id}>
      <button type="button" className="look" aria-label={t`Look at ${name}`} onClick={open}>
        {preview === 'READY' ? <img src={`/files/${id}/preview`} alt="" loading="lazy" /> : <Sign kind={kind} />}
      </button>
      <div className="two">
        {naming ? (
          <Renamer name={name} save={async (next) => setWhy(await rename(file, next))} close={() => setNaming(false)} />
        ) : (
          <button type="button" className="named own" dir="auto" tabIndex={-1} onClick={open}>
            {name}
          </button>
        )}
        <small className="clip">
          {said(kind)} · <bdi>{sized(size)}</bdi>
          {addedBy ? (
            <>
              {' · '}
              <bdi>{addedBy.name}</bdi>
            </>
          ) : null}
          {' · '}
          <time dateTime={createdAt} title={momentInFull(createdAt)}>
            {ago(createdAt)}
          </time>
        </small>
        {why ? (
          <p className="inline-why" role="alert">
            {why}
          </p>
        ) : null}
      </div>
      <div className="tools">
        {still ? null : (
          <button type="button" title={t`Rename`} aria-label={t`Rename ${name}`} onClick={() => setNaming(true)}>
            <IconPencil size={15} />
          </button>
        )}
        <a href={`/files/${id}`} download title={t`Save`} aria-label={t`Save ${name}`}>
          <IconDownload size={15} />
        </a>
        {still ? null : (
          <button
            type="button"
            title={t`Delete`}
            aria-label={t`Delete ${name}`}
            onClick={() => void remove(file).then(setWhy)}
          >
            <IconTrash size={15} />
          </button>
        )}
      </div>
    </li>
  )
}
