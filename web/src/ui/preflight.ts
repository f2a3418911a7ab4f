/** Without it the server does nothing that the session's cookie alone vouches for: no page but ours can send it. */
export const preflight = {'graphql-require-preflight': '1'}
