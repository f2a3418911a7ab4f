import {useLingui} from '@lingui/react/macro'
import {
  IconBrandFacebook,
  IconBrandGoogle,
  IconBrandLinkedin,
  IconCode,
  IconFileImport,
  IconForms,
  IconHandClick,
  IconMail,
  IconMessage,
  IconPhone,
} from '@tabler/icons-react'
import type {LeadField, QuestionKind, SourceKind} from '../gql/graphql'

export const signs: Record<SourceKind, typeof IconForms> = {
  WEB_FORM: IconForms,
  GOOGLE: IconBrandGoogle,
  FACEBOOK: IconBrandFacebook,
  LINKEDIN: IconBrandLinkedin,
  WORKSPACE: IconMail,
  EMAIL: IconMail,
  CHAT: IconMessage,
  CALL: IconPhone,
  IMPORT: IconFileImport,
  API: IconCode,
  HAND: IconHandClick,
}

/** Kinds that can be made here: they have a door, or are told by hand and by programs. */
export const offered = [
  'WEB_FORM',
  'GOOGLE',
  'FACEBOOK',
  'LINKEDIN',
  'WORKSPACE',
  'EMAIL',
  'API',
  'CALL',
  'CHAT',
  'HAND',
] as const satisfies SourceKind[]

/** What sources, and the questions of their forms, are called. */
export function useSourceWords() {
  const {t} = useLingui()
  const kinds: Record<SourceKind, string> = {
    WEB_FORM: t`Web form`,
    GOOGLE: t`Google lead form`,
    FACEBOOK: t`Facebook`,
    LINKEDIN: t`LinkedIn`,
    WORKSPACE: t`Google Workspace`,
    EMAIL: t`Mailbox`,
    CHAT: t`Chat`,
    CALL: t`Calls`,
    IMPORT: t`Import`,
    API: t`Your own program`,
    HAND: t`By hand`,
  }
  const fields: Record<LeadField, string> = {
    NAME: t`Name`,
    FIRST_NAME: t`First name`,
    LAST_NAME: t`Last name`,
    COMPANY: t`Company`,
    TITLE: t`Role`,
    EMAIL: t`E-mail`,
    PHONE: t`Phone`,
    MESSAGE: t`Message`,
    COUNTRY: t`Country`,
    LANGUAGE: t`Language`,
  }
  const asks: Record<QuestionKind, string> = {
    LINE: t`One line`,
    TEXT: t`A longer text`,
    EMAIL: t`E-mail`,
    PHONE: t`Phone`,
    CHOICE: t`One of these`,
  }
  return {kinds, fields, asks}
}
