import {Trans, useLingui} from '@lingui/react/macro'
import {IconPlus} from '@tabler/icons-react'
import {type ReactNode, useId} from 'react'
import type {LeadMatchReason} from '../../gql/graphql'
import {Tag} from '../../ui/tag'
import {chosen, type Target} from '../choice'

interface Match {
  id: string
  name: string
  more: string
  reasons: readonly LeadMatchReason[]
  /** The fields that it lacks and would get. */
  fills: readonly string[]
}

interface Props {
  title: string
  icon: ReactNode
  fresh: string
  none: string
  matches: Match[]
  value: Target
  onValue: (target: Target) => void
}

/** One of the three that a lead becomes: one that is here, with the reasons to think so, a new one, or none. */
export function Options({title, icon, fresh, none, matches, value, onValue}: Props) {
  const group = useId()
  const words = useMatchWords()
  const filled = useFieldWords()
  const option = (target: Target, label: ReactNode, more?: ReactNode) => (
    <label key={typeof target === 'string' ? target : target.id} data-on={chosen(value, target) || undefined}>
      <input type="radio" name={group} checked={chosen(value, target)} onChange={() => onValue(target)} />
      <span className="what">
        <span className="name">{label}</span>
        {more ? <small>{more}</small> : null}
      </span>
    </label>
  )
  return (
    <fieldset className="options">
      <legend>
        {icon}
        {title}
      </legend>
      {matches.map(({id, name, more, reasons, fills}) => {
        const gets = fills.map(filled).join(', ')
        return option(
          {id},
          <>
            <bdi className="clip">{name}</bdi>
            {reasons.map((reason) => (
              <Tag key={reason} tone="accent">
                {words[reason]}
              </Tag>
            ))}
          </>,
          more || gets ? (
            <>
              <bdi>{more}</bdi>
              {more && gets ? ' · ' : null}
              {gets ? <Trans>gets: {gets}</Trans> : null}
            </>
          ) : null,
        )
      })}
      {option(
        'new',
        <>
          <IconPlus size={13} />
          <bdi className="clip">{fresh}</bdi>
        </>,
      )}
      {option('none', <span className="quiet">{none}</span>)}
    </fieldset>
  )
}

function useMatchWords(): Record<LeadMatchReason, string> {
  const {t} = useLingui()
  return {
    EMAIL: t`same e-mail`,
    PHONE: t`same phone`,
    NAME: t`same name`,
    DOMAIN: t`same web site`,
    CONTACT: t`of this person`,
    ACCOUNT: t`of this account`,
  }
}

function useFieldWords(): (field: string) => string {
  const {t} = useLingui()
  const words: Record<string, string> = {
    email: t`e-mail`,
    phone: t`phone`,
    title: t`role`,
    country: t`country`,
    website: t`web site`,
    accountId: t`account`,
    account: t`account`,
  }
  return (field) => words[field] ?? field
}
