// Tells the company whose script this is which of its pages somebody looks at, once a page says that he has agreed.
;(() => {
  const here = document.currentScript
  const to = new URL('.', here.src).href.slice(0, -1)
  const KEY = 'kesher.visit'
  const QUIET = 30 * 60_000
  const BEAT = 15_000
  // all that is told of a query: tags of campaigns and clicks
  const TAGS = [
    'utm_source', 'utm_medium', 'utm_campaign', 'utm_term', 'utm_content',
    'gclid', 'gbraid', 'wbraid', 'fbclid', 'msclkid', 'li_fat_id', 'ttclid', 'twclid',
  ]
  const refused = navigator.globalPrivacyControl || navigator.doNotTrack === '1' || window.doNotTrack === '1'

  let agreed = false
  let known // what is kept on the device: who, since when and by which way, and the visit that is under way
  let kept = false // whether that lies on the device: where it does not any more, somebody has taken his word back
  let look // at this page: its mark, the path, the seconds until `since`, since when it is in front of somebody
  let leaves = 0 // when a link was followed
  let gone = false

  const random = (bytes) =>
    btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(bytes))))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '')
  const bare = (address, kept = []) => {
    if (!address) return ''
    const url = new URL(address)
    url.hash = url.username = url.password = ''
    for (const name of [...url.searchParams.keys()]) if (!kept.includes(name)) url.searchParams.delete(name)
    return url.href
  }
  const recall = () => {
    try {
      return JSON.parse(localStorage.getItem(KEY))
    } catch {
      return null
    }
  }
  const keep = () => {
    try {
      localStorage.setItem(KEY, JSON.stringify(known))
      kept = true
    } catch {
      // a browser that keeps nothing is known as long as this page is open
    }
  }
  const seconds = () => Math.round((look.spent + (look.since ? Date.now() - look.since : 0)) / 1000)
  const meet = () => {
    const now = Date.now()
    const [page, before] = [bare(location.href, TAGS), bare(document.referrer)]
    known = recall() ?? known ?? {visitor: random(18), landingPage: page, referrer: before}
    if (!(now - known.at < QUIET)) {
      Object.assign(known, {visit: random(18), page, before})
      begin()
    }
    known.at = now
    keep()
  }
  const begin = () => {
    look = {mark: random(9), path: location.pathname, spent: 0, since: document.hidden ? 0 : Date.now()}
  }
  const tell = (left = false) => {
    if (agreed && kept && !recall()) stop()
    if (!agreed) return
    if (!left) meet()
    send(left)
  }
  const send = (left, forget = false) => {
    const said = {
      visitor: known.visitor,
      visit: known.visit,
      view: look.mark,
      path: look.path,
      title: document.title,
      intent: document.querySelector('meta[name="kesher-intent"]')?.content,
      seconds: seconds(),
      left,
      forget,
      landingPage: known.page,
      referrer: known.before,
    }
    navigator.sendBeacon(to, JSON.stringify(said))
  }

  const arrive = () => {
    begin()
    tell()
  }
  const move = () => {
    if (!agreed || look.path === location.pathname) return
    tell()
    begin()
    setTimeout(tell, 300) // by then it has its title
  }
  const pause = () => {
    look.spent += look.since ? Date.now() - look.since : 0
    look.since = 0
  }
  const go = () => {
    if (!agreed) return
    // who follows a link to another page of this site has not left it
    tell(Date.now() - leaves > 2000)
    pause()
    gone = true // a page that goes is hidden as well, afterwards
  }

  const drop = () => {
    agreed = kept = false
    known = undefined
    try {
      localStorage.removeItem(KEY)
    } catch {
      // nothing was kept
    }
  }
  // in another tab, or before this page came back, he said that he does not agree any more
  const stop = () => {
    drop()
    dispatchEvent(new Event('kesher-visit'))
  }
  const consent = (given) => {
    if (refused || (given && agreed)) return
    if (given) {
      agreed = true
      arrive()
    } else {
      known ??= recall() // of an earlier page, on which he agreed
      if (known) {
        look ?? begin()
        send(true, true)
      }
      drop()
    }
    dispatchEvent(new Event('kesher-visit'))
  }
  const visit = () =>
    agreed ? {visitor: known.visitor, landingPage: known.landingPage, referrer: known.referrer} : undefined

  for (const name of ['pushState', 'replaceState']) {
    const original = history[name]
    history[name] = function (...given) {
      original.apply(this, given)
      move()
    }
  }
  addEventListener('popstate', move)
  addEventListener('storage', (event) => {
    if (agreed && event.key === KEY && event.newValue === null) stop()
  })
  addEventListener('pagehide', go)
  addEventListener('pageshow', (event) => {
    gone = false
    if (event.persisted && agreed) arrive()
  })
  addEventListener(
    'click',
    (event) => {
      const link = event.target.closest?.('a[href]')
      if (link?.origin === location.origin && !link.target) leaves = Date.now()
    },
    true,
  )
  document.addEventListener('visibilitychange', () => {
    if (!agreed || gone) return
    if (document.hidden) {
      tell()
      pause()
    } else {
      look.since = Date.now()
      tell()
    }
  })
  setInterval(() => {
    if (!document.hidden) tell()
  }, BEAT)

  if (refused) drop()
  window.kesher = {...window.kesher, consent, visit}
  if (here.dataset.consent === 'given') consent(true)
})()
