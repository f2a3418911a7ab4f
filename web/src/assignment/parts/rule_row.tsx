import {Plural, Trans, useLingui} from '@lingui/react/macro'
import {ActionIcon} from '@mantine/core'
import {IconArrowDown, IconArrowUp} from '@tabler/icons-react'
import type {RuleRowFragment} from '../../gql/graphql'
import {Avatar} from '../../ui/avatar'
import {SectionRow} from '../../ui/section'
import {Tag} from '../../ui/tag'
import {useAssignmentWords} from '../words'

interface Props {
  rule: RuleRowFragment
  place: number
  last: boolean
  edit: (() => void) | undefined
  move: (to: number) => void
  toggle: () => void
}

const SHOWN = 4

/** One rule: for which leads it is, whom it gives them to, and how it chooses. */
export function RuleRow({rule, place, last, edit, move, toggle}: Props) {
  const {t} = useLingui()
  const {strategies} = useAssignmentWords()
  const {name, active, strategy, pool, workingHours} = rule
  return (
    <SectionRow
      icon={<span className="rule-place num">{place + 1}</span>}
      title={
        edit ? (
          <button type="button" className="plain rule-name" onClick={edit}>
            <bdi>{name}</bdi>
          </button>
        ) : (
          <bdi>{name}</bdi>
        )
      }
      tags={
        <>
          {active ? null : (
            <Tag>
              <Trans>switched off</Trans>
            </Tag>
          )}
          {workingHours ? (
            <Tag tone="accent">
              <Trans>only who is at work</Trans>
            </Tag>
          ) : null}
        </>
      }
      more={
        <>
          <Conditions rule={rule} />
          {' · '}
          {strategies[strategy]}
          <span className="rule-pool">
            {pool.slice(0, SHOWN).map(({id, member}) => (
              <span key={id} className="person">
                <Avatar name={member.name} size={18} plain />
                <bdi>{member.name}</bdi>
              </span>
            ))}
            {pool.length > SHOWN ? <Plural value={pool.length - SHOWN} one="and # more" other="and # more" /> : null}
          </span>
        </>
      }
    >
      {edit ? (
        <>
          <button type="button" className="rule-switch" aria-pressed={active} onClick={toggle}>
            {active ? <Trans>On</Trans> : <Trans>Off</Trans>}
            <span className="vh">: {name}</span>
          </button>
          <ActionIcon
            variant="subtle"
            color="gray"
            disabled={place === 0}
            aria-label={t`Move up: ${name}`}
            onClick={() => move(place - 1)}
          >
            <IconArrowUp size={16} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            disabled={last}
            aria-label={t`Move down: ${name}`}
            onClick={() => move(place + 1)}
          >
            <IconArrowDown size={16} />
          </ActionIcon>
        </>
      ) : null}
    </SectionRow>
  )
}

function Conditions({rule: {source, product, country, language, question, answer}}: {rule: RuleRowFragment}) {
  const {t, i18n} = useLingui()
  const tongue = language ? new Intl.DisplayNames([i18n.locale], {type: 'language'}).of(language) : null
  const said = [source?.name, product?.name, country, tongue, question ? `${question}: ${answer ?? ''}` : null]
  const parts = said.filter((part) => part != null)
  if (!parts.length) return <>{t`every lead`}</>
  return parts.map((part, place) => (
    <span key={part}>
      {place ? ' + ' : null}
      <bdi>{part}</bdi>
    </span>
  ))
}
