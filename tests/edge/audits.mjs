// The judge of GraphQL over HTTP: npm's `graphql-http`, each audit a line.
import {createRequire} from 'node:module'

const {url, token} = JSON.parse(process.argv[2])
const {serverAudits} = createRequire(`${process.cwd()}/package.json`)('graphql-http')
const fetchFn = (at, init = {}) => fetch(at, {...init, headers: {...init.headers, authorization: `Bearer ${token}`}})

for (const audit of serverAudits({url, fetchFn})) {
  const {status, reason} = await audit.fn()
  process.stdout.write(`${JSON.stringify({id: audit.id, name: audit.name, status, reason})}\n`)
}
