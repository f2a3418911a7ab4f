import {Trans, useLingui} from '@lingui/react/macro'
import {useFormats} from '../../ui/formats'
import {Total, Unrated} from '../../ui/total'
import type {BoardStage, Share} from '../shapes'

/** Name, count and sum from the server; for an open stage also how often it closes, and what that makes of the sum. */
export function ColumnHead({stage, share, filtered}: {stage: BoardStage; share: Share | undefined; filtered: boolean}) {
  const {compact, percent, number} = useFormats()
  const {t} = useLingui()
  const {totalCount, convertedAmount} = stage.totals
  const open = stage.kind === 'OPEN'
  return (
    <header>
      <h2 id={`stage-${stage.id}`}>
        <bdi>{stage.name}</bdi>
      </h2>
      <span className="n num" data-testid="count">
        {number(totalCount)}
      </span>
      {open && share?.share != null ? (
        <span className="share num" title={share.explanation}>
          {percent(share.share)}
          <span className="vh">
            {' '}
            <Trans>are won</Trans>
          </span>
        </span>
      ) : null}
      <p>
        <strong className="num clip">
          <Total of={convertedAmount} />
        </strong>
        {open && share?.share != null && !filtered ? (
          <span className="num" title={t`Expected, at this stage’s own closing share`}>
            {compact(share.expected)}
            <span className="vh">
              {' '}
              <Trans>expected</Trans>
            </span>
          </span>
        ) : null}
      </p>
      <Unrated of={convertedAmount} />
    </header>
  )
}
