import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconFile, IconFolder, IconUpload} from '@tabler/icons-react'
import {type ChangeEvent, useRef, useState} from 'react'
import {useActions} from '../../ui/actions'
import {filesOf, type Upload} from '../upload'

/** Takes several files or a whole folder, dropped or chosen. */
export function DropZone({upload}: {upload: Upload}) {
  const {t} = useLingui()
  const [over, setOver] = useState(false)
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const {sending, why, left, send} = upload
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    void send([...(event.target.files ?? [])])
    event.target.value = ''
  }
  useActions([
    {
      id: 'choose-files',
      label: t`Import files`,
      keys: 'C',
      icon: <IconUpload size={16} />,
      run: () => files.current?.click(),
    },
    {
      id: 'choose-folder',
      label: t`Import a folder`,
      icon: <IconFolder size={16} />,
      run: () => folder.current?.click(),
    },
  ])
  return (
    // Dropping is for the mouse; the two buttons inside do the same by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className="drop"
      aria-label={t`Files to import`}
      aria-busy={sending}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        void filesOf(event.dataTransfer).then(send)
      }}
    >
      <IconUpload size={28} stroke={1.5} />
      <strong>{sending ? <Trans>Sending…</Trans> : <Trans>Drop CSV files or a folder here</Trans>}</strong>
      <p>
        <Trans>
          Leads, accounts, contacts, products, people and deals, in any order. You see what would happen before it does.
        </Trans>
      </p>
      <div className="do">
        <Button
          size="compact-md"
          leftSection={<IconFile size={14} />}
          loading={sending}
          onClick={() => files.current?.click()}
        >
          <Trans>Choose files</Trans>
        </Button>
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconFolder size={14} />}
          disabled={sending}
          onClick={() => folder.current?.click()}
        >
          <Trans>Choose a folder</Trans>
        </Button>
      </div>
      <input
        ref={files}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        multiple
        hidden
        aria-label={t`Files to import`}
        onChange={take}
      />
      <input
        ref={folder}
        type="file"
        hidden
        aria-label={t`Folder to import`}
        onChange={take}
        {...{webkitdirectory: ''}}
      />
      {why ? (
        <p className="trouble" role="alert">
          {why}
        </p>
      ) : null}
      {left > 0 ? (
        <p>
          <Plural
            value={left}
            one="# file is not a CSV file and was left out."
            other="# files are not CSV files and were left out."
          />
        </p>
      ) : null}
    </section>
  )
}
