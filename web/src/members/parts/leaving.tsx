import {Trans, useLingui} from '@lingui/react/macro'
import {useMutation} from 'urql'
import {DisableMemberDocument, type MemberRowFragment} from '../../gql/graphql'
import {Confirm} from '../../ui/confirm'
import {problemsOf} from '../../ui/problems'

/** Ends a member's access. */
export default function Leaving({member, close}: {member: MemberRowFragment; close: () => void}) {
  const {t} = useLingui()
  const [, disable] = useMutation(DisableMemberDocument)
  return (
    <Confirm
      title={t`End the access of ${member.name}`}
      act={t`End the access`}
      danger
      close={close}
      run={async () =>
        problemsOf(
          await disable({input: {id: member.id, version: member.version}}),
          t`The server does not answer. Nothing was changed.`,
        )
      }
    >
      <p>
        <Trans>
          <bdi>{member.name}</bdi> is signed out everywhere at once, and every token ends. What was done stays written
          down.
        </Trans>
      </p>
    </Confirm>
  )
}
