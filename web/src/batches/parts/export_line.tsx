import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {ActionIcon, Button} from '@mantine/core'
import {IconDownload, IconX} from '@tabler/icons-react'
import {useEffect} from 'react'
import {ExportProgressDocument, type OneExportFragment} from '../../gql/graphql'
import {useSay} from '../../ui/say'
import {drop} from '../dropped'
import {usePolled} from '../polling'
import {Track} from './batch_line'

const isDone = ({status}: OneExportFragment) => status === 'DONE' || status === 'FAILED' || status === 'GONE'

/** One list on its way to a file. */
export function ExportLine({id, forget}: {id: string; forget: () => void}) {
  const {t} = useLingui()
  const say = useSay()
  const {node} = usePolled(ExportProgressDocument, id, (data) => data.export, isDone)
  const status = node?.status
  useEffect(() => {
    if (status === 'DONE') say(t`The file is ready.`)
    if (status === 'FAILED') say(t`The file could not be written.`)
  }, [status, say, t])
  if (!node || !isDone(node)) {
    return (
      <>
        <div className="told">
          <strong>
            <Trans>Writing the file…</Trans>
          </strong>
        </div>
        <Track label={t`Writing the file`} done={node?.done ?? 0} total={node?.total ?? 0} />
      </>
    )
  }
  return (
    <>
      <div className="told">
        <span>
          <strong>{node.status === 'DONE' ? t`The file is ready.` : t`The file could not be written.`}</strong>{' '}
          <bdi>{node.name}</bdi>{' '}
          {node.status === 'DONE' ? (
            <span className="quiet">
              <Plural value={node.total} one="# row" two="# rows" other="# rows" />
            </span>
          ) : node.failure === 'TOO_MANY_ROWS' ? (
            <Trans>It has more rows than a file may hold. Filter the list first.</Trans>
          ) : null}
        </span>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t`Close`}
          onClick={() => {
            drop(id)
            forget()
          }}
        >
          <IconX size={14} />
        </ActionIcon>
      </div>
      {node.status === 'DONE' ? (
        <div className="do">
          <Button
            component="a"
            href={`/exports/${node.id}/file`}
            download
            size="compact-md"
            leftSection={<IconDownload size={14} />}
          >
            <Trans>Download</Trans>
          </Button>
        </div>
      ) : null}
    </>
  )
}
