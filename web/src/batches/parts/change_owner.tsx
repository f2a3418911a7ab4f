import {Trans, useLingui} from '@lingui/react/macro'
import {useState} from 'react'
import {usePeople} from '../../members'
import {OwnerChooser} from '../../search'
import {Confirm} from '../../ui/confirm'
import {Picked} from '../../ui/picked'
import {useChanging} from '../changing'
import type {Aim} from '../fields'
import {Many} from '../words'

interface Props {
  aim: Aim
  close: () => void
  done: () => void
}

/** Gives all that is selected to somebody else. */
export default function ChangeOwner({aim, close, done}: Props) {
  const {t} = useLingui()
  const {people} = usePeople()
  const [owner, setOwner] = useState<string>()
  const change = useChanging(aim)
  const run = async () => {
    const problems = await change({ownerId: owner})
    if (!problems.length) done()
    return problems
  }
  return (
    <Confirm title={t`Change the owner`} act={t`Change`} width={420} disabled={!owner} run={run} close={close}>
      <Picked label={t`New owner`}>
        <OwnerChooser value={people.find(({id}) => id === owner)} onChange={setOwner} />
      </Picked>
      <p className="quiet">
        <Many object={aim.object} count={aim.chosen} />.{' '}
        <Trans>It runs in the background, and can be taken back afterwards.</Trans>
      </p>
    </Confirm>
  )
}
