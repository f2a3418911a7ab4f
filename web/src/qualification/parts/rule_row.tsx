import {useLingui} from '@lingui/react/macro'
import {ActionIcon} from '@mantine/core'
import {IconPencil, IconX} from '@tabler/icons-react'
import {useId} from 'react'
import {useFormats} from '../../ui/formats'
import {SectionRow} from '../../ui/section'
import type {DraftRule} from '../draft'
import {useQualificationWords} from '../words'

interface Props {
  rule: DraftRule
  may: boolean
  why: string | undefined
  put: (rule: DraftRule) => void
  edit: () => void
  remove: () => void
}

/** One rule: its condition in words, and what it gives or takes. */
export function RuleRow({rule, may, why, put, edit, remove}: Props) {
  const {t} = useLingui()
  const {number} = useFormats()
  const id = useId()
  const {says} = useQualificationWords()
  const said = says(rule)
  const points = Number(rule.points)
  return (
    <SectionRow
      title={<span dir="auto">{said}</span>}
      more={
        why ? (
          <span className="ripeness-why" id={id} role="alert">
            {why}
          </span>
        ) : undefined
      }
    >
      {may ? (
        <>
          <input
            type="number"
            className="ripeness-points num"
            dir="ltr"
            required
            min={-1000}
            max={1000}
            aria-label={t`Points: ${said}`}
            aria-invalid={why ? true : undefined}
            aria-describedby={why ? id : undefined}
            value={rule.points}
            onChange={({target}) => put({...rule, points: target.value})}
          />
          <ActionIcon variant="subtle" color="gray" aria-label={t`Change: ${said}`} onClick={edit}>
            <IconPencil size={16} />
          </ActionIcon>
          <ActionIcon variant="subtle" color="gray" aria-label={t`Remove: ${said}`} onClick={remove}>
            <IconX size={16} />
          </ActionIcon>
        </>
      ) : (
        <bdi className="num">{points > 0 ? `+${number(points)}` : number(points)}</bdi>
      )}
    </SectionRow>
  )
}
