import './part.css'
import {useLingui} from '@lingui/react/macro'
import {ActionIcon} from '@mantine/core'
import {IconMail, IconPhone} from '@tabler/icons-react'
import {Link} from '@tanstack/react-router'
import type {ContactBriefFragment} from '../gql/graphql'
import {Avatar} from './avatar'

/** Persons in a few words, with a way to reach each; `chief` is whom it is about. */
export function People({people, chief}: {people: readonly ContactBriefFragment[]; chief?: string}) {
  const {t} = useLingui()
  return (
    <ul className="line-items">
      {people.map(({id, name, title, email, phone}) => (
        <li key={id}>
          <Avatar name={name} size={24} plain />
          <div className="two">
            <Link to="/contacts/$id" params={{id}} className="own" dir="auto">
              {name}
            </Link>
            {id === chief ? (
              <small className="clip">
                <strong>{t`Main contact`}</strong>
                {title ? (
                  <>
                    {' · '}
                    <bdi>{title}</bdi>
                  </>
                ) : null}
              </small>
            ) : title ? (
              <small className="own" dir="auto">
                {title}
              </small>
            ) : null}
          </div>
          {phone ? (
            <ActionIcon component="a" variant="subtle" color="gray" href={`tel:${phone}`} aria-label={t`Call ${name}`}>
              <IconPhone size={15} />
            </ActionIcon>
          ) : null}
          {email ? (
            <ActionIcon
              component="a"
              variant="subtle"
              color="gray"
              href={`mailto:${email}`}
              aria-label={t`Write to ${name}`}
            >
              <IconMail size={15} />
            </ActionIcon>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
