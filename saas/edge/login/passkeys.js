// A form with a passkey asks the server what to ask the authenticator for, and is sent with the answer.
const bytes = (said) => Uint8Array.from(atob(said.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0))
const said = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

const tell = (form, message) => {
  const note = document.querySelector('[role=alert]') ?? document.createElement('p')
  note.className = 'note'
  note.role = 'alert'
  note.textContent = message
  form.before(note)
}

const ask = async (form) => {
  if (!window.PublicKeyCredential) throw new Error(form.dataset.unable)
  const answer = await fetch(form.dataset.options, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(Object.fromEntries(new FormData(form))),
  })
  const publicKey = await answer.json()
  if (!answer.ok) throw new Error(publicKey.errors[0].message)
  publicKey.challenge = bytes(publicKey.challenge)
  if (publicKey.user) publicKey.user.id = bytes(publicKey.user.id)
  for (const one of publicKey.excludeCredentials ?? []) one.id = bytes(one.id)
  let found
  try {
    found = await navigator.credentials[form.dataset.passkey]({ publicKey })
  } catch (error) {
    throw new Error(error.name === 'InvalidStateError' ? form.dataset.held : form.dataset.cancelled)
  }
  const { id, type, response } = found
  const parts = ['attestationObject', 'authenticatorData', 'clientDataJSON', 'signature', 'userHandle']
  const told = parts.filter((part) => response[part]).map((part) => [part, said(response[part])])
  return { id, type, rawId: said(found.rawId), response: { ...Object.fromEntries(told), transports: response.getTransports?.() } }
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const button = form.querySelector('button')
    if (button.disabled) return
    button.disabled = true
    try {
      form.elements.credential.value = JSON.stringify(await ask(form))
      form.submit()
    } catch (error) {
      tell(form, error.message)
      button.disabled = false
    }
  })
}
