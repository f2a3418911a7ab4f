import {Trans, useLingui} from '@lingui/react/macro'
import {ActionIcon} from '@mantine/core'
import {IconArrowDown, IconArrowUp, IconTrash} from '@tabler/icons-react'
import {useId} from 'react'
import type {LeadField, QuestionKind} from '../../gql/graphql'
import {Field} from '../../ui/field'
import {Select} from '../../ui/select'
import {asking, type Draft} from '../draft'
import {useSourceWords} from '../words'

interface Props {
  draft: Draft
  /** Only what a field is called and what it means. */
  plain: boolean
  first: boolean
  last: boolean
  put: (draft: Draft) => void
  move: (by: 1 | -1) => void
  remove: () => void
}

/** One question: its words, what of a lead it tells, how it is asked. */
export function QuestionRow({draft, plain, first, last, put, move, remove}: Props) {
  const {t} = useLingui()
  const {fields, asks} = useSourceWords()
  const {label, field, kind, required} = draft
  const named = label || t`this question`
  return (
    <li className="source-question">
      <div className="said">
        <Field
          label={plain ? t`Called there` : t`Question`}
          dir="auto"
          maxLength={200}
          value={label}
          onValue={(text) => put({...draft, label: text})}
        />
        <Select
          label={t`Becomes`}
          value={field}
          onValue={(next) => put(plain ? {...draft, field: next as LeadField} : asking(draft, next as LeadField))}
        >
          <option value="">{t`An answer`}</option>
          {(Object.keys(fields) as LeadField[]).map((one) => (
            <option key={one} value={one}>
              {fields[one]}
            </option>
          ))}
        </Select>
        {plain ? null : (
          <Select label={t`Asked as`} value={kind} onValue={(next) => put({...draft, kind: next as QuestionKind})}>
            {(Object.keys(asks) as QuestionKind[]).map((one) => (
              <option key={one} value={one}>
                {asks[one]}
              </option>
            ))}
          </Select>
        )}
      </div>
      {kind === 'CHOICE' && !plain ? <Offered draft={draft} put={put} /> : null}
      <div className="do">
        {plain ? null : (
          <label className="check">
            <input
              type="checkbox"
              checked={required}
              onChange={(event) => put({...draft, required: event.target.checked})}
            />
            <Trans>Must be answered</Trans>
          </label>
        )}
        <span className="grow" />
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={first}
          aria-label={t`Move up: ${named}`}
          onClick={() => move(-1)}
        >
          <IconArrowUp size={16} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={last}
          aria-label={t`Move down: ${named}`}
          onClick={() => move(1)}
        >
          <IconArrowDown size={16} />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label={t`Take away: ${named}`} onClick={remove}>
          <IconTrash size={16} />
        </ActionIcon>
      </div>
    </li>
  )
}

function Offered({draft, put}: {draft: Draft; put: (draft: Draft) => void}) {
  const {t} = useLingui()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{t`Answers to choose from, one on each line`}</label>
      <textarea
        id={id}
        rows={3}
        dir="auto"
        value={draft.options}
        onChange={(event) => put({...draft, options: event.target.value})}
      />
    </div>
  )
}
