import './files.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {IconPaperclip, IconPlus} from '@tabler/icons-react'
import {useRef, useState} from 'react'
import {useActions} from '../ui/actions'
import {Bone, Failed} from '../ui/empty'
import {Part} from '../ui/part'
import {useStill} from '../ui/still'
import {Gallery} from './shown'
import {useFiles, type Bearer} from './listed'
import {DropOver} from './parts/drop_over'
import {FileRow} from './parts/file_row'
import UploadList from './parts/upload_list'
import {useUploads} from './uploads'

/** The files of a record: dropped anywhere on its page, pasted, or chosen, by who may change the record. */
export default function Attachments({here}: {here: Bearer}) {
  const {t} = useLingui()
  const input = useRef<HTMLInputElement>(null)
  const [shown, setShown] = useState<string | null>(null)
  const files = useFiles(here)
  const sent = useUploads(here.id)
  const choose = () => input.current?.click()
  const still = useStill()
  const icon = <IconPaperclip size={16} />
  useActions([{id: 'add-files', label: t`Add files`, keys: 'A', icon, able: !still, run: choose}])
  return (
    <Part
      title={t`Files`}
      count={files.hasMore ? undefined : files.nodes.length || undefined}
      action={
        still ? undefined : (
          <button type="button" className="add-file" onClick={choose}>
            <IconPlus size={14} />
            <Trans>Add files</Trans>
          </button>
        )
      }
    >
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t`Add files`}
        onChange={(event) => {
          void sent.add([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <UploadList sent={sent} />
      {files.error ? <Failed error={files.error} retry={files.retry} /> : null}
      {files.loaded || files.error ? null : <Bone inline="100%" block={36} />}
      <ul className="files">
        {files.nodes.map((file) => (
          <FileRow key={file.id} file={file} about={here.id} open={() => setShown(file.id)} />
        ))}
      </ul>
      {files.loaded && files.nodes.length === 0 && sent.uploads.length === 0 ? (
        <p className="none">
          {still ? <Trans>No files yet.</Trans> : <Trans>Drop files anywhere on this page, or paste a picture.</Trans>}
        </p>
      ) : null}
      {files.hasMore ? (
        <button type="button" className="add-file" onClick={files.more}>
          <Trans>More files</Trans>
        </button>
      ) : null}
      {still ? null : <DropOver name={here.name} take={(given) => void sent.add(given)} />}
      {shown ? <Gallery files={files.nodes} first={shown} close={() => setShown(null)} /> : null}
    </Part>
  )
}
