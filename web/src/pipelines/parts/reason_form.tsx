import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {useId, useState} from 'react'
import {useClient} from 'urql'
import {CreateLossReasonDocument, type LossReasonShapeFragment, UpdateLossReasonDocument} from '../../gql/graphql'
import {Dialog} from '../../ui/dialog'
import {Field} from '../../ui/field'
import {type Problem, problemsOf} from '../../ui/problems'
import {Refused, whyOf} from '../../ui/refused'
import {useSay} from '../../ui/say'

/** A new reason, or another name for one that is there: its deals go with it. */
export default function ReasonForm({reason, close}: {reason?: LossReasonShapeFragment; close: () => void}) {
  const {t} = useLingui()
  const id = useId()
  const say = useSay()
  const client = useClient()
  const [name, setName] = useState(reason?.name ?? '')
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const save = async () => {
    setBusy(true)
    const answer = reason
      ? await client
          .mutation(UpdateLossReasonDocument, {input: {id: reason.id, version: reason.version, name: name.trim()}})
          .toPromise()
      : await client.mutation(CreateLossReasonDocument, {input: {name: name.trim()}}).toPromise()
    setBusy(false)
    const refused = problemsOf(answer, t`The server does not answer. Nothing was changed.`)
    setProblems(refused)
    if (refused.length) return
    say(t`Saved`)
    close()
  }
  return (
    <Dialog
      title={reason ? t`Rename ${reason.name}` : t`New reason`}
      width={420}
      onClose={close}
      footer={
        <>
          <Button variant="default" size="compact-md" onClick={close}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" form={id} size="compact-md" loading={busy}>
            {reason ? <Trans>Save</Trans> : <Trans>Create</Trans>}
          </Button>
        </>
      }
    >
      <form
        id={id}
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <Field
          label={t`Name`}
          dir="auto"
          maxLength={300}
          value={name}
          onValue={setName}
          why={whyOf(problems, 'name')}
        />
        <Refused problems={problems} fields={['name']} />
      </form>
    </Dialog>
  )
}
