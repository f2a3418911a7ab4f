// A certified OpenID Connect provider for tests: who types a name is signed in as it, whatever the password.
//
//   node provider.mjs <settings as JSON>     { port, clients: [{ id, secret, redirects }], tokenEmail }
//
// `tokenEmail`: the address stands in the token too, not only at the userinfo endpoint. A name that begins with
// `unverified` has an address that nobody has verified.

const home = new URL('../../web/node_modules/oidc-provider/lib/index.js', import.meta.url)
const { default: Provider } = await import(home)
const { port, clients, tokenEmail = true } = JSON.parse(process.argv[2])

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: clients.map(({ id, secret, redirects }) => ({
    client_id: id,
    client_secret: secret,
    redirect_uris: redirects,
    grant_types: ['authorization_code'],
  })),
  scopes: ['openid', 'email', 'profile'],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'locale'] },
  conformIdTokenClaims: !tokenEmail,
  pkce: { required: () => true },
  features: { devInteractions: { enabled: true } },
  findAccount: (_context, name) => ({
    accountId: name,
    claims: () => ({
      sub: name,
      email: name.includes('@') ? name : `${name}@example.test`,
      email_verified: !name.startsWith('unverified'),
      name: name.split('@')[0],
      locale: 'en',
    }),
  }),
})
provider.listen(port, '127.0.0.1', () => console.log('ready'))
