import './console.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconDownload, IconFileZip, IconUpload} from '@tabler/icons-react'
import {useEffect, useState} from 'react'
import {useClient, useQuery} from 'urql'
import {Bone, Empty, Failed} from '../ui/empty'
import {useFormats} from '../ui/formats'
import {Paper} from '../ui/paper'
import type {Problem} from '../ui/problems'
import {
  type ArchiveFactsFragment,
  ConsoleArchivesDocument,
  DiscardArchiveDocument,
  OpenArchiveDocument,
} from './graphql'
import {BringCompany} from './parts/bring_company'
import {size as sized} from './sizes'

const PAUSE = 2000

/** Sealed files: exports that wait to be downloaded, and what was brought and is no company yet. */
export function Archives() {
  const {t} = useLingui()
  const [bringing, setBringing] = useState<ArchiveFactsFragment | 'new' | null>(null)
  const [{data, error}, again] = useQuery({query: ConsoleArchivesDocument, requestPolicy: 'cache-and-network'})
  const look = () => again({requestPolicy: 'network-only'})
  useEffect(() => {
    const timer = setInterval(() => again({requestPolicy: 'network-only'}), PAUSE)
    return () => {
      clearInterval(timer)
    }
  }, [again])
  return (
    <Paper
      title={t`Files`}
      wide
      lead={<Trans>Each waits for a day. An export is gone once it was downloaded.</Trans>}
      actions={
        <Button size="compact-md" leftSection={<IconUpload size={14} />} onClick={() => setBringing('new')}>
          <Trans>Import a company</Trans>
        </Button>
      }
    >
      {error ? <Failed error={error} retry={look} /> : null}
      {data || error ? null : <Bone inline="60%" />}
      {data && !data.archives.length ? (
        <Empty icon={<IconFileZip size={32} stroke={1.5} />} title={t`No files wait`}>
          <Trans>Export a company on its page, or import one from a file.</Trans>
        </Empty>
      ) : null}
      <ul className="console-errands">
        {data?.archives.map((one) => (
          <One key={one.id} archive={one} bring={() => setBringing(one)} changed={look} />
        ))}
      </ul>
      {bringing ? (
        <BringCompany
          brought={bringing === 'new' ? null : bringing}
          close={() => {
            setBringing(null)
            look()
          }}
        />
      ) : null}
    </Paper>
  )
}

interface OneProps {
  archive: ArchiveFactsFragment
  bring: () => void
  changed: () => void
}

function One({archive, bring, changed}: OneProps) {
  const {i18n, t} = useLingui()
  const {moment} = useFormats()
  const client = useClient()
  const [refused, setRefused] = useState<Problem[]>([])
  const {id, kind, name, size, admin, expiresAt} = archive
  const download = async () => {
    const {data} = await client.mutation(OpenArchiveDocument, {id}).toPromise()
    const url = data?.link.url
    setRefused(
      data?.link.problems ?? [{code: 'NO_ANSWER', message: t`The server does not answer. Nothing was changed.`}],
    )
    if (url) location.assign(url)
  }
  const discard = async () => {
    await client.mutation(DiscardArchiveDocument, {id}).toPromise()
    changed()
  }
  return (
    <li aria-busy={size === null || undefined}>
      <p className="title">
        <strong>
          <bdi>{name}</bdi>
        </strong>
        <span className="grow" />
        {kind === 'UPLOAD' ? (
          <Button size="compact-sm" onClick={bring}>
            <Trans>Make a company of it</Trans>
          </Button>
        ) : (
          <Button
            size="compact-sm"
            leftSection={<IconDownload size={14} />}
            disabled={size === null}
            onClick={() => void download()}
          >
            <Trans>Download</Trans>
          </Button>
        )}
        <Button size="compact-sm" variant="subtle" color="red" onClick={() => void discard()}>
          <Trans>Discard</Trans>
        </Button>
      </p>
      {refused.map(({code, message}) => (
        <p key={code} className="trouble" role="alert">
          {message}
        </p>
      ))}
      <p className="quiet">
        {size === null ? <Trans>It is being written.</Trans> : <bdi>{sized(size, i18n.locale)}</bdi>}
        {' · '}
        <span className="ltr">{admin}</span>
        {' · '}
        <Trans>until {moment(expiresAt)}</Trans>
      </p>
    </li>
  )
}
