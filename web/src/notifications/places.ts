import type {NotificationLineFragment} from '../gql/graphql'

const places = {
  Deal: '/deals/$id',
  Lead: '/leads/$id',
  Activity: '/activities/$id',
  Account: '/accounts/$id',
  Contact: '/contacts/$id',
  Import: '/imports/$id',
  Member: '/settings/members/$id',
} as const

/** Where the record is shown that a notification is about; nowhere of its own when this client has no page for it. */
export function placeOf({aboutType, aboutId}: NotificationLineFragment) {
  const to = places[aboutType as keyof typeof places] as (typeof places)[keyof typeof places] | undefined
  return to ? ({to, params: {id: aboutId}} as const) : ({to: '/notifications'} as const)
}
