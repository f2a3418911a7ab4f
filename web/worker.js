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
    if (pathname === '/sign-out') event.waitUntil(unsubscribe()) // nor is he told anything
    return
  }
  if (request.method !== 'GET') return
  if (pathname.startsWith('/assets/')) event.respondWith(fromShell(request))
  else if (request.mode === 'navigate' && !pathname.includes('.')) event.respondWith(page(request))
})

addEventListener('push', (event) => event.waitUntil(show(event.data.json())))
addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(open(event.notification.data.path))
})

/** As `saas/push/messages.py` writes it. */
function show({title, body, tag, lang, dir, path, opens}) {
  const actions = [{action: 'open', title: opens}]
  const look = {icon: '/icon-192.png', renotify: true, actions, data: {path}}
  return registration.showNotification(title, {body, tag, lang, dir, ...look})
}

/** In a page that is open, which goes there by itself and keeps what is typed in it; else in a new one. */
async function open(path) {
  const pages = await clients.matchAll({type: 'window'})
  const page = pages.find(({focused}) => focused) ?? pages[0]
  if (page && (await heard(page, path))) await page.focus()
  else await clients.openWindow(path)
}

function heard(page, path) {
  const {port1, port2} = new MessageChannel()
  return new Promise((resolve) => {
    port1.onmessage = () => resolve(true)
    setTimeout(() => resolve(false), 1000)
    page.postMessage({open: path}, [port2])
  })
}

async function unsubscribe() {
  const subscription = await registration.pushManager?.getSubscription()
  await subscription?.unsubscribe()
}

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
