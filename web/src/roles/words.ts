import {useLingui} from '@lingui/react/macro'
import type {FieldRule, Scope, Verb} from '../gql/graphql'

/** What rights are about, in words; what is newer than these words is told by its own name. */
export function useRightsWords() {
  const {t} = useLingui()
  const verbs: Record<Verb, string> = {
    READ: t`See`,
    CREATE: t`Add`,
    UPDATE: t`Change`,
    DELETE: t`Delete`,
    EXPORT: t`Export`,
    SHARE: t`Share, give away`,
    BULK: t`Change many`,
  }
  const scopes: Record<Scope, string> = {
    NONE: t`None`,
    OWN: t`Own`,
    TEAM: t`Team’s`,
    BELOW: t`Team’s and below`,
    ALL: t`All`,
  }
  const rules: Record<FieldRule, string> = {READ_ONLY: t`Read only`, HIDDEN: t`Hidden`}
  const objects: Record<string, string> = {
    Deal: t`Deals`,
    Account: t`Accounts`,
    Contact: t`Contacts`,
    Product: t`Products`,
    Pipeline: t`Pipelines`,
    Activity: t`Activities`,
    Lead: t`Leads`,
    Source: t`Sources`,
    AssignmentRule: t`Assignment rules`,
    File: t`Files`,
    Note: t`Notes`,
  }
  const powers: Record<string, {name: string; about: string}> = {
    'members:manage': {
      name: t`Manage members and teams`,
      about: t`Invite, change and end members; make and move teams.`,
    },
    'roles:manage': {name: t`Manage roles`, about: t`Make roles and say what they may do.`},
    'company:manage': {name: t`Manage the company`, about: t`Its sign-in, its domains and how long sessions last.`},
    'imports:run': {name: t`Import`, about: t`Bring in records from files, and take an import back.`},
    'views:manage': {
      name: t`Keep shared views`,
      about: t`Offer views of lists to the whole company, and change those of others.`,
    },
    'audit:read': {name: t`Read the audit trail`, about: t`Who changed what, and when.`},
    'graph:introspect': {
      name: t`Explore the API`,
      about: t`Ask it with a token for all its types, and for what a misspelt name may have meant.`,
    },
    'post:read': {name: t`See sent mails`, about: t`The letters that Kesher has sent.`},
    'activities:read_private': {name: t`See private activities`, about: t`Also those that others keep to themselves.`},
  }
  const fields: Record<string, string> = {
    account: t`Account`,
    accounts: t`Accounts`,
    active: t`For sale`,
    activities: t`Activities`,
    amount: t`Amount`,
    attachments: t`Files`,
    attendees: t`Attendees`,
    author: t`Author`,
    body: t`Text`,
    children: t`Subsidiaries`,
    closedOn: t`Closed on`,
    code: t`Code`,
    contact: t`Contact`,
    contacts: t`Contacts`,
    country: t`Country`,
    deals: t`Deals`,
    direction: t`Direction`,
    doneAt: t`Done on`,
    doneBy: t`Done by`,
    dueAt: t`Due time`,
    dueOn: t`Due day`,
    email: t`E-mail`,
    endsAt: t`Ends`,
    expectedCloseOn: t`Expected close`,
    externalId: t`Reference`,
    family: t`Family`,
    fallsAt: t`When`,
    followUpOf: t`Follows`,
    foundedYear: t`Founded in`,
    history: t`History`,
    industry: t`Industry`,
    isDefault: t`Default`,
    links: t`Hangs on`,
    location: t`Place`,
    mentions: t`Mentions`,
    name: t`Name`,
    nextActivity: t`Next step`,
    outcome: t`Outcome`,
    owner: t`Owner`,
    parent: t`Parent company`,
    phone: t`Phone`,
    price: t`Price`,
    priority: t`Priority`,
    private: t`Private`,
    products: t`Products`,
    realizedAmount: t`Brought in`,
    remindMinutes: t`Reminder`,
    revenue: t`Revenue`,
    series: t`Repeats`,
    size: t`Size`,
    slotAt: t`Slot`,
    stage: t`Stage`,
    startsAt: t`Begins`,
    subject: t`Subject`,
    timeline: t`Timeline`,
    title: t`Job title`,
    website: t`Website`,
  }
  return {
    verbs,
    scopes,
    rules,
    object: (name: string) => objects[name] ?? spaced(name),
    power: (name: string) => powers[name] ?? {name: spaced(name.replace(/[:_]/g, ' ')), about: ''},
    field: (name: string) => fields[name] ?? spaced(name),
  }
}

/** `annualRevenue` as `Annual revenue`. */
function spaced(name: string): string {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
