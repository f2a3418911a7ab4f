import {useLingui} from '@lingui/react/macro'
import {useState} from 'react'
import {useMutation} from 'urql'
import {CreateSourceDocument, type SourceKind, type SourceQuestionInput} from '../../gql/graphql'
import {Field} from '../../ui/field'
import {Making} from '../../ui/making'
import {type Problem, problemsOf} from '../../ui/problems'
import {whyOf} from '../../ui/refused'
import {offered, signs, useSourceWords} from '../words'

/** Names a source and says how leads come in through it; its page sets up the rest. */
export default function NewSource({close, made}: {close: () => void; made: (id: string) => void}) {
  const {t} = useLingui()
  const {kinds} = useSourceWords()
  const [name, setName] = useState('')
  const [kind, setKind] = useState<SourceKind>('WEB_FORM')
  const [problems, setProblems] = useState<Problem[]>([])
  const [{fetching}, create] = useMutation(CreateSourceDocument)
  const about: Record<(typeof offered)[number], string> = {
    WEB_FORM: t`A page of its own, and a form in your site`,
    GOOGLE: t`Lead forms of Google Ads`,
    FACEBOOK: t`Lead adverts of Facebook and Instagram`,
    LINKEDIN: t`Lead forms of LinkedIn`,
    WORKSPACE: t`Messages to an address of your Google Workspace`,
    EMAIL: t`Messages to an address such as leads@`,
    API: t`Sent by a program, with a token`,
    CALL: t`People who call`,
    CHAT: t`People who write in a chat`,
    HAND: t`A fair, a friend, a business card`,
  }
  const questions: SourceQuestionInput[] = [
    {label: t`Full name`, field: 'NAME', required: true},
    {label: t`E-mail`, field: 'EMAIL', kind: 'EMAIL', required: true},
    {label: t`Phone`, field: 'PHONE', kind: 'PHONE'},
    {label: t`Company`, field: 'COMPANY'},
    {label: t`How can we help?`, field: 'MESSAGE', kind: 'TEXT'},
  ]
  const save = async () => {
    const answer = await create({
      input: {name: name.trim(), kind, questions: kind === 'WEB_FORM' ? questions : undefined},
    })
    const refused = problemsOf(answer, t`The server does not answer. Nothing was changed.`)
    setProblems(refused)
    const source = answer.data?.createSource.source
    if (refused.length || !source) return
    close()
    made(source.id)
  }
  return (
    <Making
      title={t`New source`}
      width={480}
      dirty={name !== ''}
      saving={fetching}
      problems={problems}
      fields={['name']}
      save={() => void save()}
      close={close}
    >
      <Field
        label={t`Name`}
        required
        dir="auto"
        maxLength={200}
        value={name}
        onValue={setName}
        why={whyOf(problems, 'name')}
      />
      <fieldset className="source-kinds">
        <legend>{t`How leads come in`}</legend>
        {offered.map((one) => {
          const Sign = signs[one]
          return (
            <label key={one} data-on={kind === one || undefined}>
              <input type="radio" name="kind" checked={kind === one} onChange={() => setKind(one)} />
              <Sign size={18} stroke={1.5} />
              <span>
                <strong>{kinds[one]}</strong>
                <small>{about[one]}</small>
              </span>
            </label>
          )
        })}
      </fieldset>
    </Making>
  )
}
