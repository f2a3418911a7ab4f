import {Trans, useLingui} from '@lingui/react/macro'
import {useState} from 'react'
import {useMutation} from 'urql'
import {CreatePipelineDocument} from '../../gql/graphql'
import {Field} from '../../ui/field'
import {Making} from '../../ui/making'
import {type Problem, problemsOf} from '../../ui/problems'
import {whyOf} from '../../ui/refused'
import {useSay} from '../../ui/say'

/** A new pipeline with three open stages and the two that close; they are shaped on the page. */
export default function NewPipeline({close}: {close: () => void}) {
  const {t} = useLingui()
  const say = useSay()
  const [name, setName] = useState('')
  const [problems, setProblems] = useState<Problem[]>([])
  const [{fetching}, create] = useMutation(CreatePipelineDocument)
  const make = async () => {
    const open = [t`Qualified`, t`Price quote`, t`Negotiation`].map((one) => ({name: one, kind: 'OPEN' as const}))
    const stages = [...open, {name: t`Won`, kind: 'WON' as const}, {name: t`Lost`, kind: 'LOST' as const}]
    const answer = await create({input: {name: name.trim(), stages}})
    const refused = problemsOf(answer, t`The server does not answer. Nothing was changed.`)
    setProblems(refused)
    if (refused.length) return
    say(t`Saved`)
    close()
  }
  return (
    <Making
      title={t`New pipeline`}
      width={420}
      dirty={name !== ''}
      saving={fetching}
      problems={problems}
      fields={['name']}
      save={() => void make()}
      close={close}
    >
      <Field label={t`Name`} dir="auto" maxLength={300} value={name} onValue={setName} why={whyOf(problems, 'name')} />
      <p className="quiet">
        <Trans>It begins with three open stages, one for won and one for lost deals. Change them as you sell.</Trans>
      </p>
    </Making>
  )
}
