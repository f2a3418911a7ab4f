import type {UpdateResolver} from '@urql/exchange-graphcache'

/** A member or a team that comes or goes is in other lists too: they are read again. */
const forgetPeople: UpdateResolver = (_result, _args, cache, info) => {
  if (info.optimistic) return
  for (const {fieldName, fieldKey} of cache.inspectFields('Query')) {
    if (/^(members|teams|invitations|effectiveRights|whoCanSee|roles)$/.test(fieldName))
      cache.invalidate('Query', fieldKey)
  }
}

const changes = [
  'inviteMember',
  'resendInvitation',
  'revokeInvitation',
  'disableMember',
  'updateMember',
  'createTeam',
  'updateTeam',
  'deleteTeam',
]

export const memberRules: {updates: Record<string, UpdateResolver>} = {
  updates: Object.fromEntries(changes.map((name) => [name, forgetPeople])),
}
