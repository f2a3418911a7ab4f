import {Trans, useLingui} from '@lingui/react/macro'
import {sumsOf} from '../../ui/cash'
import {useFormats} from '../../ui/formats'
import {costOf, type Line} from '../lines'
import type {OneDeal} from '../shapes'

/** What the lines come to, and what that means for the deal's amount: the server reckons it in the same way. */
export function LineSum({deal: {amount, amountEstimated}, lines}: {deal: OneDeal; lines: readonly Line[]}) {
  const {t} = useLingui()
  const {money} = useFormats()
  if (!lines.length) return null
  const sums = sumsOf(lines.flatMap((line) => costOf(line) ?? []))
  const stays = amount && !amountEstimated ? money(amount) : null
  return (
    <div className="line-sum" role="status">
      <strong className="num">
        <Trans>Sum</Trans> <bdi>{sums.map(money).join(' + ')}</bdi>
      </strong>
      <small>
        {stays
          ? t`The deal’s amount was set by hand: it stays ${stays}.`
          : sums.length > 1
            ? t`In several currencies there is no sum: the deal has no amount until one is set.`
            : t`This is the deal’s amount, as an estimate.`}
      </small>
    </div>
  )
}
