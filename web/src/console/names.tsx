import type {MessageDescriptor} from '@lingui/core'
import {msg} from '@lingui/core/macro'
import {Trans, useLingui} from '@lingui/react/macro'
import {Tag, type Tone} from '../ui/tag'
import type {CompanyHealth, CompanySort, CompanyStatus, ErrandKind, ErrandState, OperationKind, Plan} from './graphql'

export const statusNames: Record<CompanyStatus, MessageDescriptor> = {
  PROVISIONING: msg`Being made`,
  ACTIVE: msg`Active`,
  SUSPENDED: msg`Suspended`,
  DELETING: msg`Deleted, can be restored`,
  PURGING: msg`Being taken away`,
  DELETED: msg`Gone`,
}
const statusTones: Partial<Record<CompanyStatus, Tone>> = {
  ACTIVE: 'good',
  SUSPENDED: 'warn',
  DELETING: 'bad',
  PURGING: 'bad',
}

export function StatusTag({status}: {status: CompanyStatus}) {
  const {t} = useLingui()
  return <Tag tone={statusTones[status]}>{t(statusNames[status])}</Tag>
}

export const healthNames: Record<CompanyHealth, MessageDescriptor> = {
  GOOD: msg`Well`,
  ATTENTION: msg`Needs attention`,
  UNKNOWN: msg`Not looked at yet`,
}
const healthTones: Record<CompanyHealth, Tone> = {GOOD: 'good', ATTENTION: 'bad', UNKNOWN: ''}

export function HealthTag({health}: {health: CompanyHealth}) {
  const {t} = useLingui()
  return <Tag tone={healthTones[health]}>{t(healthNames[health])}</Tag>
}

/** Of an action, whoever asked for it and whatever became of it. */
export const deedNames: Record<ErrandKind | OperationKind, MessageDescriptor> = {
  SUSPEND: msg`Suspend`,
  RESUME: msg`Resume`,
  DELETE: msg`Delete`,
  RESTORE: msg`Restore`,
  MOVE: msg`Move`,
  CONFIRM_MOVE: msg`Take the old copy away`,
  BACK_UP: msg`Back up`,
  CREATE: msg`Create`,
  EXPORT: msg`Export`,
  IMPORT: msg`Import`,
  PURGE: msg`Purge`,
  RESTORE_BACKUP: msg`Restore a backup`,
  TAKE_PLACE: msg`Take the place of the original`,
  RENAME: msg`Change address`,
  CHANGE_PLAN: msg`Change plan`,
}

const stateNames: Record<ErrandState, MessageDescriptor> = {
  WAITING: msg`Waiting`,
  RUNNING: msg`Under way`,
  DONE: msg`Done`,
  FAILED: msg`Failed`,
}
const stateTones: Record<ErrandState, Tone> = {WAITING: '', RUNNING: 'accent', DONE: 'good', FAILED: 'bad'}

export function StateTag({state}: {state: ErrandState}) {
  const {t} = useLingui()
  return <Tag tone={stateTones[state]}>{t(stateNames[state])}</Tag>
}

/** What a worker is at; a move tells each table that it copies. */
const stepNames: Partial<Record<string, MessageDescriptor>> = {
  tables: msg`Reading the tables`,
  files: msg`Checking the files`,
  namespace: msg`Making its tables`,
  owner: msg`Adding its owner`,
  comparing: msg`Comparing everything`,
  'catching up': msg`Catching up with changes`,
  'bringing the rest': msg`Bringing the rest`,
  jobs: msg`Bringing its jobs`,
  holding: msg`Holding back changes`,
  switching: msg`Switching over`,
  sealing: msg`Sealing the file`,
  receiving: msg`Getting the file`,
  people: msg`Adding its people`,
  upgrading: msg`Bringing it to this version`,
}

export function StepName({step}: {step: string}) {
  const {t} = useLingui()
  const name = stepNames[step]
  if (name) return t(name)
  return (
    <Trans>
      Copying <bdi>{step}</bdi>
    </Trans>
  )
}

/** Elsewhere the word is what somebody does. */
export const planName = msg({message: 'Plan', context: 'of a company'})
export const planNames: Record<Plan, MessageDescriptor> = {
  TRIAL: msg`Trial`,
  STANDARD: msg`Standard`,
  ENTERPRISE: msg`Enterprise`,
}

export const sortNames: Record<CompanySort, MessageDescriptor> = {
  NAME: msg`Name`,
  SIZE: msg`Size`,
  CREATED: msg`Newest`,
  LAST_BACKUP: msg`Oldest backup`,
  HEALTH: msg`Health`,
}
