// A program of a partner's: the usual client of npm, which says what it is told first, and leaves.
import {createRequire} from 'node:module'

const asked = JSON.parse(process.argv[2])
const {createClient} = createRequire(`${process.cwd()}/package.json`)('graphql-ws')

const client = createClient({
  url: asked.url,
  retryAttempts: 0,
  connectionParams: {authorization: `Bearer ${asked.token}`},
})
const told = client.iterate({query: asked.query, variables: asked.variables})
const first = told.next()
client.on('connected', () => process.stdout.write('connected\n'))
const {value} = await first
process.stdout.write(`${JSON.stringify(value)}\n`)
await told.return()
await client.dispose()
