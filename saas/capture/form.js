{
  const form = document.querySelector('form')
  const button = form.querySelector('button')
  const trouble = document.querySelector('.trouble')
  const words = form.dataset
  const framed = parent !== window
  document.documentElement.classList.toggle('embedded', framed)
  const tellHeight = () => {
    if (framed) parent.postMessage({kesher: words.key, height: document.body.scrollHeight}, '*')
  }
  new ResizeObserver(tellHeight).observe(document.body)

  let door = {challenge: words.challenge, difficulty: Number(words.difficulty), honeypot: words.honeypot}
  let solving

  // SHA-256 in place: the browser's own waits for its turn at each of so many short texts, and asks for https.
  const primes = []
  for (let n = 2; primes.length < 64; n++) if (primes.every((p) => n % p)) primes.push(n)
  const part = (x) => ((x - Math.floor(x)) * 2 ** 32) | 0
  const rounds = primes.map((p) => part(Math.cbrt(p)))
  const start = primes.slice(0, 8).map((p) => part(Math.sqrt(p)))
  const turn = (x, n) => (x >>> n) | (x << (32 - n))
  const w = new Int32Array(64)
  const firstBits = (text) => {
    const bytes = new Uint8Array(((text.length + 72) >> 6) << 6)
    for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
    bytes[text.length] = 128
    new DataView(bytes.buffer).setUint32(bytes.length - 4, text.length * 8)
    let hash = start.slice()
    for (let block = 0; block < bytes.length; block += 64) {
      for (let i = 0; i < 64; i++) {
        if (i < 16) {
          const at = block + i * 4
          w[i] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3]
          continue
        }
        const [x, y] = [w[i - 15], w[i - 2]]
        const [s, r] = [turn(x, 7) ^ turn(x, 18) ^ (x >>> 3), turn(y, 17) ^ turn(y, 19) ^ (y >>> 10)]
        w[i] = w[i - 16] + s + w[i - 7] + r
      }
      let [a, b, c, d, e, f, g, h] = hash
      for (let i = 0; i < 64; i++) {
        const s = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
        const one = (h + s + ((e & f) ^ (~e & g)) + rounds[i] + w[i]) | 0
        const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
        ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0]
      }
      hash = [a, b, c, d, e, f, g, h].map((x, i) => (x + hash[i]) | 0)
    }
    return hash[0] >>> 0
  }
  const solve = async ({challenge, difficulty}) => {
    for (let nonce = 0; ; nonce++) {
      if (firstBits(`${challenge}:${nonce}`) < 2 ** (32 - difficulty)) return String(nonce)
      if (nonce % 2000 === 1999) await new Promise((again) => setTimeout(again))
    }
  }
  const begin = () => (solving ??= solve(door))
  form.addEventListener('focusin', begin, {once: true})

  const check = () => {
    let first
    for (const input of form.querySelectorAll('[name]')) {
      const why = document.getElementById(`${input.id}-why`)
      if (!why) continue
      const bad = !input.checkValidity()
      why.hidden = !bad
      why.textContent = !bad ? '' : input.validity.valueMissing ? words.missing : words.mistyped
      input.setAttribute('aria-invalid', String(bad))
      if (bad) first ??= input
    }
    first?.focus()
    return !first
  }
  form.addEventListener('change', (event) => {
    if (event.target.getAttribute('aria-invalid') === 'true') check()
  })

  const said = () => {
    const fields = {}
    for (const input of form.querySelectorAll('[name]')) {
      if (input.type === 'checkbox' ? input.checked : input.value) fields[input.name] = input.value
    }
    return fields
  }
  const visit = () => {
    const told = new URLSearchParams(location.hash.slice(1))
    return {
      landingPage: told.get('page') ?? location.href,
      referrer: told.get('from') ?? document.referrer,
      visitor: told.get('visitor') ?? undefined,
    }
  }
  // A provider that shows nothing is asked at the moment of sending; one that cannot be reached is the server's to judge.
  const seen = () => {
    if (!words.sitekey || !window.grecaptcha) return undefined
    return new Promise((told) => {
      const give = (token) => told(token)
      window.grecaptcha.ready(() => window.grecaptcha.execute(words.sitekey, {action: 'send'}).then(give, () => told('')))
    })
  }
  const askAgain = () => {
    if (!words.sitekey) (window.turnstile ?? window.hcaptcha ?? window.grecaptcha)?.reset()
  }
  const send = async () => {
    const body = {
      fields: said(),
      visit: visit(),
      challenge: door.challenge,
      nonce: await begin(),
      captcha: await seen(),
    }
    const headers = {'content-type': 'application/json'}
    return fetch(words.to, {method: 'POST', headers, body: JSON.stringify(body)})
  }
  const renew = async () => {
    door = await (await fetch(words.to)).json()
    solving = undefined
  }
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    trouble.hidden = true
    if (!check()) return
    button.disabled = true
    try {
      let answer = await send()
      let problem = answer.ok ? null : (await answer.json()).problem
      if (answer.status === 422 && problem?.field !== 'captcha') {
        await renew()
        answer = await send()
        problem = answer.ok ? null : (await answer.json()).problem
      }
      if (problem?.field === 'captcha') askAgain()
      if (!answer.ok) throw new Error(problem?.message ?? '')
      form.hidden = true
      const thanks = document.querySelector('.thanks')
      thanks.hidden = false
      thanks.focus()
    } catch (error) {
      trouble.textContent = (!(error instanceof TypeError) && error.message) || words.unanswered
      trouble.hidden = false
    }
    button.disabled = false
    tellHeight()
  })
}
