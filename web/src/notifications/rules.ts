import type {Cache, OptimisticMutationConfig, UpdateResolver} from '@urql/exchange-graphcache'
import {type ChooseNotificationsMutation, NotificationSettingsDocument} from '../gql/graphql'

interface Marked {
  input: {id: string; read?: boolean | null}
}

/** Settings that were read before a choice was made are not read again after it: they know no better. */
const choose: UpdateResolver<ChooseNotificationsMutation> = (result, _args, cache) => {
  const chosen = result.chooseNotifications.notificationChoice
  if (!chosen) return
  const {kind, shown, mailing} = chosen
  const push = chosen.push ?? undefined
  cache.updateQuery({query: NotificationSettingsDocument}, (known) => {
    if (!known?.notificationSettings) return known
    const kinds = known.notificationSettings.kinds.map((one) =>
      one.kind === kind ? {...one, shown, mailing, push: push ?? one.push} : one,
    )
    return {...known, notificationSettings: {...known.notificationSettings, kinds}}
  })
}

/** What is marked looks so at once; the count is asked for again. */
export const notificationRules: {updates: Record<string, UpdateResolver>; optimistic: OptimisticMutationConfig} = {
  optimistic: {
    markNotificationRead: (args) => {
      const {id, read} = (args as unknown as Marked).input
      return {
        __typename: 'MarkNotificationReadPayload',
        notification: {__typename: 'Notification', id, readAt: read === false ? null : new Date().toISOString()},
        problems: [],
      }
    },
  },
  updates: {
    markNotificationRead: (_result, _args, cache, info) => {
      if (!info.optimistic) forget(cache, ['unreadNotifications'])
    },
    markAllNotificationsRead: (_result, _args, cache) => forget(cache, ['unreadNotifications', 'notifications']),
    markNotificationsUnread: (_result, _args, cache) => forget(cache, ['unreadNotifications', 'notifications']),
    chooseNotifications: choose,
    setNotificationHours: (_result, _args, cache) => forget(cache, ['notificationSettings']),
  },
}

function forget(cache: Cache, names: string[]) {
  for (const {fieldName, fieldKey} of cache.inspectFields('Query')) {
    if (names.includes(fieldName)) cache.invalidate('Query', fieldKey)
  }
}
