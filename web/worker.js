// The service worker: the client as it was built, kept whole on this device, so that it opens without a line.
// The build writes in the names of its files; with any of them the worker is another one, and the page offers it.
const FILES = [/*files*/]
const SHELL = 'kesher.shell./*version*/'
const READS = 'kesher.reads'
const PAGE = '/'

addEventListener('install', (event) => event.waitUntil(fill()))
addEventListener('activate', (event) => event.waitUntil(tidy()))
addEventListener('message', (event) => {
  if (event.data === 'take-over') void skipWaiting()
})
addEventListener('fetch', (event) => {
  const {request} = event
  const {origin, pathname} = new URL(request.url)
  if (origin !== location.origin) return
  if (pathname === '/sign-in' || pathname === '/sign-out') {
    event.waitUntil(caches.delete(READS)) // whoever comes next reads nothing of who was here
    return
  }
  if (request.method !== 'GET') return
  if (pathname.startsWith('/assets/')) event.respondWith(fromShell(request))
  else if (request.mode === 'navigate' && !pathname.includes('.')) event.respondWith(page(request))
})

async function fill() {
  const shell = await caches.open(SHELL)
  const answer = await fetch(PAGE, {headers: {accept: 'text/html'}, cache: 'no-store'})
  if (!answer.ok || answer.redirected) throw new Error('The page is not to be had: nobody is signed in.')
  await shell.put(PAGE, answer)
  await shell.addAll(FILES)
}

async function tidy() {
  for (const name of await caches.keys())
    if (name.startsWith('kesher.shell.') && name !== SHELL) await caches.delete(name)
  await clients.claim()
}

/** Files with their digest in the name never change. */
async function fromShell(request) {
  const kept = await caches.match(request, {ignoreVary: true})
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) {
    const copy = answer.clone()
    void caches.open(SHELL).then((shell) => shell.put(request, copy))
  }
  return answer
}

/** The server's own page as long as it answers: it says who is signed in. */
async function page(request) {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await caches.match(PAGE, {cacheName: SHELL, ignoreVary: true})
    if (!kept) throw error
    return kept
  }
}
