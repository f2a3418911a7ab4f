import {Trans, useLingui} from '@lingui/react/macro'
import {useState} from 'react'
import {useMutation, useQuery} from 'urql'
import {EstateDocument, LetMemberGoDocument, type MemberRowFragment} from '../../gql/graphql'
import {Confirm} from '../../ui/confirm'
import {problemsOf} from '../../ui/problems'
import {Said} from '../../ui/said'
import {Select} from '../../ui/select'
import {usePeople} from '../people'
import {Behind} from './behind'

/** Ends a member's access, and gives what he owned to another one. */
export default function Leaving({member, close}: {member: MemberRowFragment; close: () => void}) {
  const {t} = useLingui()
  const {people} = usePeople()
  const [successor, setSuccessor] = useState('')
  const [past, setPast] = useState(false)
  const [{data}] = useQuery({query: EstateDocument, variables: {memberId: member.id}, requestPolicy: 'network-only'})
  const [, letGo] = useMutation(LetMemberGoDocument)
  const estates = data?.handoverPreview ?? []
  const others = people.filter(({id, status}) => id !== member.id && status === 'ACTIVE')
  return (
    <Confirm
      title={t`End the access of ${member.name}`}
      act={t`End the access`}
      danger
      close={close}
      run={async () => {
        const input = {id: member.id, version: member.version, successorId: successor || null, past}
        return problemsOf(await letGo({input}), t`The server does not answer. Nothing was changed.`)
      }}
    >
      <p>
        <Trans>
          <Said text={member.name} /> is signed out everywhere at once, and every token ends. What was done stays
          written down.
        </Trans>
      </p>
      <Behind estates={estates} past={past} onPast={setPast} asked={successor !== ''} />
      {estates.some(({current, past: over}) => current + over) ? (
        <Select
          label={t`Give the records to`}
          value={successor}
          onValue={setSuccessor}
          hint={t`It goes on in the background; who takes over is told.`}
        >
          <option value="">{t`Nobody yet`}</option>
          {others.map(({id, name}) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      ) : null}
    </Confirm>
  )
}
