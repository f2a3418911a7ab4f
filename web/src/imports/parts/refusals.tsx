import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconDownload} from '@tabler/icons-react'
import {type ImportDetailFragment, ImportRefusalsDocument} from '../../gql/graphql'
import {Failed} from '../../ui/empty'
import {useFormats} from '../../ui/formats'
import {usePages} from '../../ui/pages'

/** Each refused row with its place and the reason, and all of them as a file to mend and bring again. */
export function Refusals({one}: {one: ImportDetailFragment}) {
  const {t} = useLingui()
  const {number} = useFormats()
  const pages = usePages({
    document: ImportRefusalsDocument,
    variables: {id: one.id, first: 50},
    pick: (data) => data.import?.refusals,
    fresh: true,
  })
  const several = one.files.length > 1
  return (
    <section className="card-box" aria-label={t`Refused rows`}>
      <header>
        <h3>
          <Trans>Refused rows</Trans>
        </h3>
        <span className="grow quiet">
          <Trans>Mend them in the file and import it again: what is in already stays as it is.</Trans>
        </span>
        <Button
          component="a"
          href={`/imports/${encodeURIComponent(one.id)}/refused.csv`}
          download
          variant="default"
          size="compact-sm"
          leftSection={<IconDownload size={14} />}
        >
          <Trans>Download as CSV</Trans>
        </Button>
      </header>
      {pages.error ? <Failed error={pages.error} retry={pages.retry} /> : null}
      {/* A region that scrolls must be reachable by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="scroll tall" tabIndex={0} role="region" aria-label={t`Table of refused rows`}>
        <table className="grid">
          <thead>
            <tr>
              {several ? (
                <th scope="col">
                  <Trans>File</Trans>
                </th>
              ) : null}
              <th scope="col">
                <Trans>Line</Trans>
              </th>
              <th scope="col">
                <Trans>Column</Trans>
              </th>
              <th scope="col">
                <Trans>Reason</Trans>
              </th>
              <th scope="col">
                <Trans>Value</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {pages.nodes.map(({id, file, line, column, message, value}) => (
              <tr key={id}>
                {several ? (
                  <td>
                    <span className="ltr">{file.name}</span>
                  </td>
                ) : null}
                <td className="num">{number(line)}</td>
                <td>{column ? <bdi>{column}</bdi> : null}</td>
                <td>{message}</td>
                <td>{value ? <bdi>{value}</bdi> : null}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {pages.hasMore ? (
          <Button variant="subtle" fullWidth loading={pages.fetching} onClick={pages.more}>
            <Trans>Show more</Trans>
          </Button>
        ) : null}
      </div>
    </section>
  )
}
