import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconPlus} from '@tabler/icons-react'
import {useId, useState} from 'react'
import type {SourceRowFragment} from '../../gql/graphql'
import {Refused, whyOf} from '../../ui/refused'
import {Section} from '../../ui/section'
import {blank, type Draft, draftOf, inputOf, moved} from '../draft'
import {useSaving} from '../saving'
import {Preview} from './preview'
import {QuestionRow} from './question_row'

/** What a form asks, in its own words, with the form beside it as people will see it. */
export function FormBuilder({source, plain = false}: {source: SourceRowFragment; plain?: boolean}) {
  const {t} = useLingui()
  const {save, problems, saving} = useSaving(source)
  const [drafts, setDrafts] = useState(() => draftOf(source))
  const [consent, setConsent] = useState(source.consentText ?? '')
  const written = JSON.stringify([inputOf(drafts), consent.trim()])
  const [kept, setKept] = useState(written)
  const why = whyOf(problems, 'questions')
  const send = async () => {
    if (await save({questions: inputOf(drafts), consentText: consent.trim() || null})) setKept(written)
  }
  const put = (next: Draft) => setDrafts(drafts.map((one) => (one.key === next.key ? next : one)))
  return (
    <Section
      title={plain ? t`What its fields are called` : t`The form`}
      lead={
        plain
          ? t`Names that are usual are known. Say here what others mean; all else is kept as an answer.`
          : t`Say what is asked. What is no field of a lead is kept as an answer, and rules can go by it.`
      }
      foot={
        <Button size="compact-md" disabled={written === kept} loading={saving} onClick={() => void send()}>
          <Trans>Save</Trans>
        </Button>
      }
    >
      <div className="source-builder" data-plain={plain || undefined}>
        <div className="asked">
          <ol>
            {drafts.map((draft, place) => (
              <QuestionRow
                key={draft.key}
                draft={draft}
                plain={plain}
                first={place === 0}
                last={place === drafts.length - 1}
                put={put}
                move={(by) => setDrafts(moved(drafts, place, by))}
                remove={() => setDrafts(drafts.filter(({key}) => key !== draft.key))}
              />
            ))}
          </ol>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() => setDrafts([...drafts, blank()])}
          >
            {plain ? <Trans>Add a field</Trans> : <Trans>Add a question</Trans>}
          </Button>
          {why ? (
            <p className="why" role="alert">
              {why}
            </p>
          ) : null}
          {plain ? null : <ConsentText value={consent} onValue={setConsent} why={whyOf(problems, 'consentText')} />}
          <Refused problems={problems} fields={['questions', 'consentText']} />
        </div>
        {plain ? null : <Preview drafts={drafts} consent={consent} />}
      </div>
    </Section>
  )
}

function ConsentText({value, onValue, why}: {value: string; onValue: (text: string) => void; why?: string}) {
  const {t} = useLingui()
  const id = useId()
  return (
    <div className="field" data-bad={why ? true : undefined}>
      <label htmlFor={id}>{t`Consent text`}</label>
      <textarea
        id={id}
        rows={3}
        dir="auto"
        maxLength={4000}
        value={value}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onValue(event.target.value)}
      />
      <p className="hint" id={`${id}-hint`}>
        {t`Shown beside a box that is never ticked beforehand. Who ticks it has agreed to these words, and they are kept with the lead.`}
      </p>
      {why ? (
        <p className="why" role="alert">
          {why}
        </p>
      ) : null}
    </div>
  )
}
