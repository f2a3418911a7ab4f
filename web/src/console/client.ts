import {cacheExchange, Client, fetchExchange} from 'urql'
import {pageLanguage} from '../ui/preferences'
import {preflight} from '../ui/preflight'

/** The platform's graph: what was read is read again after a change, for a worker is what changes it. */
export function makeConsoleClient(): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetch: guarded,
    fetchOptions: {
      credentials: 'same-origin',
      headers: {...preflight, accept: 'application/json', 'accept-language': pageLanguage()},
    },
    exchanges: [cacheExchange, fetchExchange],
  })
}

/** Whoever is not signed in, or no longer an admin, is taken to the door and back to this place. */
async function guarded(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init)
  if (response.status === 401) {
    location.assign(`/enter?next=${encodeURIComponent(location.pathname + location.search)}`)
  }
  return response
}
