import {Trans, useLingui} from '@lingui/react/macro'
import {Confirm} from '../../ui/confirm'
import {useChanging} from '../changing'
import type {Aim} from '../fields'
import {Many} from '../words'

interface Props {
  aim: Aim
  close: () => void
  done: () => void
}

/** Asks before all that is selected is deleted. */
export default function DeleteMany({aim, close, done}: Props) {
  const {t} = useLingui()
  const change = useChanging(aim)
  const run = async () => {
    const problems = await change(null)
    if (!problems.length) done()
    return problems
  }
  return (
    <Confirm title={t`Delete what is selected?`} act={t`Delete`} danger width={420} run={run} close={close}>
      <p>
        <strong>
          <Many object={aim.object} count={aim.chosen} />
        </strong>
        {': '}
        <bdi>{aim.example}</bdi>
        {aim.chosen > 1 ? '…' : null}
      </p>
      <p className="quiet">
        <Trans>It runs in the background, and can be taken back afterwards.</Trans>
      </p>
    </Confirm>
  )
}
