import '../ui/top.css'
import './exports.css'
import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {ActionIcon, Button} from '@mantine/core'
import {IconDownload, IconFileSpreadsheet, IconTrash} from '@tabler/icons-react'
import {useMutation} from 'urql'
import {DeleteExportDocument, MyExportsDocument, type OneExportFragment} from '../gql/graphql'
import {Bone, Empty, Failed} from '../ui/empty'
import {useFormats} from '../ui/formats'
import {usePages} from '../ui/pages'
import {Tag} from '../ui/tag'

/** The files that the viewer has had written; nobody else sees them. */
export function Exports() {
  const {t} = useLingui()
  const pages = usePages({
    document: MyExportsDocument,
    variables: {first: 50},
    pick: (data) => data.exports,
    fresh: true,
  })
  return (
    <>
      <header className="top">
        <h1>
          <Trans>My exports</Trans>
        </h1>
      </header>
      <div className="exports">
        <p className="quiet">
          <Trans>Lists as files. Only you see them; each is deleted after a week.</Trans>
        </p>
        {pages.error ? <Failed error={pages.error} retry={pages.retry} /> : null}
        {pages.loaded ? null : <Bone inline="60%" />}
        {pages.loaded && !pages.nodes.length ? (
          <Empty icon={<IconFileSpreadsheet size={28} stroke={1.5} />} title={t`No exports yet`}>
            <Trans>Open a list of leads, deals, accounts or contacts, filter it, and choose Export.</Trans>
          </Empty>
        ) : null}
        <ul>
          {pages.nodes.map((one) => (
            <OneFile key={one.id} one={one} />
          ))}
        </ul>
        {pages.hasMore ? (
          <Button variant="default" size="compact-md" onClick={pages.more}>
            <Trans>More</Trans>
          </Button>
        ) : null}
      </div>
    </>
  )
}

function OneFile({one}: {one: OneExportFragment}) {
  const {t} = useLingui()
  const {ago, moment, momentInFull} = useFormats()
  const [, remove] = useMutation(DeleteExportDocument)
  const {id, name, format, status, total, createdAt, expiresAt} = one
  return (
    <li>
      <IconFileSpreadsheet size={20} stroke={1.5} />
      <div>
        <span className="own" dir="auto">
          {name}
        </span>
        <small className="quiet">
          {format} · <Plural value={total} one="# row" two="# rows" other="# rows" /> ·{' '}
          <time title={momentInFull(createdAt)}>{ago(createdAt)}</time>
          {expiresAt && status === 'DONE' ? (
            <>
              {' '}
              · <Trans>until {moment(expiresAt)}</Trans>
            </>
          ) : null}
        </small>
      </div>
      {status === 'DONE' ? (
        <>
          <Button
            component="a"
            href={`/exports/${id}/file`}
            download
            variant="default"
            size="compact-md"
            leftSection={<IconDownload size={14} />}
            aria-label={t`Download ${name}`}
          >
            <Trans>Download</Trans>
          </Button>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t`Delete ${name}`}
            onClick={() => void remove({input: {id}})}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </>
      ) : (
        <Tag tone={status === 'FAILED' ? 'bad' : ''}>
          {status === 'FAILED' ? t`Could not be written` : status === 'GONE' ? t`Deleted` : t`Being written`}
        </Tag>
      )}
    </li>
  )
}
