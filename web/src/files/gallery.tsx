import './gallery.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {IconChevronLeft, IconChevronRight, IconDownload, IconExternalLink} from '@tabler/icons-react'
import {type KeyboardEvent, useState} from 'react'
import type {FileLineFragment} from '../gql/graphql'
import {Dialog} from '../ui/dialog'
import {useFormats} from '../ui/formats'
import {lookOf, Sign, useKind} from './kinds'
import {useSizes} from './sizes'

interface Props {
  files: FileLineFragment[]
  /** Which of them is looked at first. */
  first: string
  close: () => void
}

/** Files looked at one after the other, without saving them; the arrows follow the eye. */
export default function Gallery({files, first, close}: Props) {
  const {t} = useLingui()
  const {number} = useFormats()
  const {sized} = useSizes()
  const said = useKind()
  const [shown, setShown] = useState(first)
  const at = Math.max(
    0,
    files.findIndex(({id}) => id === shown),
  )
  const file = files[at]
  if (!file) return null
  const go = (by: number) => setShown(files[at + by]?.id ?? shown)
  const onKeyDown = (event: KeyboardEvent) => {
    const forward = document.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    if (event.code !== 'ArrowLeft' && event.code !== 'ArrowRight') return
    event.preventDefault()
    go(event.code === forward ? 1 : -1)
  }
  const {id, name, kind, size} = file
  const [one, all] = [number(at + 1), number(files.length)]
  return (
    // The arrows work wherever the focus is inside, on what closes it too.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={onKeyDown}>
      <Dialog title={name} width={1100} onClose={close}>
        <div className="gallery">
          <div className="gallery-bar">
            <span className="quiet">
              {said(kind)} · <bdi>{sized(size)}</bdi>
            </span>
            <div className="grow" />
            <button type="button" disabled={at === 0} aria-label={t`The file before`} onClick={() => go(-1)}>
              <IconChevronLeft size={18} className="mirror" />
            </button>
            <span className="num" role="status">
              <Trans>
                {one} of {all}
              </Trans>
            </span>
            <button
              type="button"
              disabled={at === files.length - 1}
              aria-label={t`The next file`}
              onClick={() => go(1)}
            >
              <IconChevronRight size={18} className="mirror" />
            </button>
            {lookOf(file) === null || kind === 'pdf' ? null : (
              <a href={`/files/${id}?inline`} target="_blank" rel="noreferrer" aria-label={t`Open in a new tab`}>
                <IconExternalLink size={18} />
              </a>
            )}
            <a href={`/files/${id}`} download aria-label={t`Save ${name}`}>
              <IconDownload size={18} />
            </a>
          </div>
          <Look key={id} file={file} />
        </div>
      </Dialog>
    </div>
  )
}

function Look({file}: {file: FileLineFragment}) {
  const [broken, setBroken] = useState(false)
  const {id, name, kind} = file
  const look = broken ? null : lookOf(file)
  if (look === 'picture' || look === 'small') {
    return (
      <div className="gallery-look">
        <img
          src={look === 'small' ? `/files/${id}/preview` : `/files/${id}?inline`}
          alt={name}
          onError={() => setBroken(true)}
        />
      </div>
    )
  }
  if (look === 'pdf') return <iframe className="gallery-look" src={`/files/${id}?inline`} title={name} />
  return (
    <div className="gallery-look">
      <div className="gallery-none">
        <Sign kind={kind} size={40} />
        <p>
          <Trans>It cannot be shown here. Save it to open it.</Trans>
        </p>
        {kind === 'pdf' ? (
          <a href={`/files/${id}?inline`} target="_blank" rel="noreferrer">
            <Trans>Open it</Trans>
          </a>
        ) : null}
        <a href={`/files/${id}`} download>
          <Trans>Save it</Trans>
        </a>
      </div>
    </div>
  )
}
