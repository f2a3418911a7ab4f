// PostGraphile 5 as its documentation serves a multi-tenant database: the tenant by `pgSettings` in each request's transaction.
import {createServer} from 'node:http'

import {makePgService} from 'postgraphile/adaptors/pg'
import {grafserv} from 'postgraphile/grafserv/node'
import {PostGraphileAmberPreset} from 'postgraphile/presets/amber'
import {postgraphile} from 'postgraphile'

const {port, url, namespace, member, pool} = JSON.parse(process.argv[2])
const settings = {role: namespace, search_path: `${namespace},ext`, 'kesher.member': member}

const preset = {
  extends: [PostGraphileAmberPreset],
  pgServices: [
    makePgService({
      connectionString: url,
      schemas: [namespace],
      poolConfig: {max: pool},
      pgSettings: () => settings,
      pgSettingsForIntrospection: settings,
    }),
  ],
  disablePlugins: ['PgIndexBehaviorsPlugin'], // it hides what only partial indexes serve
  schema: {pgOrderByNullsLast: true},
  grafserv: {graphqlPath: '/graphql', graphiql: false, websockets: false, watch: false},
  grafast: {explain: false},
}

const service = postgraphile(preset).createServ(grafserv)
const server = createServer()
await service.addTo(server)
server.listen(port, '127.0.0.1')
