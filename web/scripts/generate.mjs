// Writes the client's types and the server's list of trusted documents from graphql/. `--check` only compares.
import {execFileSync} from 'node:child_process'
import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'

const check = process.argv.includes('--check')
const gql = 'src/gql'
const trusted = '../graphql/persisted.json'
const platform = 'src/console/graphql.ts'
const TRUSTED = `import type {TypedDocumentNode} from '@graphql-typed-document-node/core';
import {createRequest} from 'urql';

/** A document that the server knows by its hash. */
export function trusted<Data, Variables>(hash: string, text: string): TypedDocumentNode<Data, Variables> {
  return Object.assign(createRequest(text, {}).query as TypedDocumentNode<Data, Variables>, {__meta__: {hash}});
}
`
const before = written()

execFileSync('npx', ['graphql-codegen', '--config', 'codegen.ts'], {stdio: ['ignore', 'inherit', 'inherit']})
const documents = JSON.parse(readFileSync('src/gql/persisted-documents.json', 'utf8'))
const sorted = Object.fromEntries(Object.entries(documents).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(trusted, JSON.stringify(sorted, null, 2) + '\n')
split(readFileSync(`${gql}/graphql.ts`, 'utf8'))
for (const left of ['persisted-documents.json', 'gql.ts', 'index.ts']) rmSync(`${gql}/${left}`, {force: true})
console.log(`${Object.keys(sorted).length} trusted documents.`)

if (check) {
  const after = written()
  const stale = [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path))
  if (stale.length) {
    console.error(`Out of date, now written anew: ${stale.join(', ')}. Commit them.`)
    process.exit(1)
  }
}

/**
 * Types in one file, each document in its own: a page loads the documents that it sends and no others. A document as
 * its text is a tenth of its syntax tree in the bundle; it is parsed when it is first loaded.
 */
function split(code) {
  const document =
    /^export const (\w+) = \{"__meta__":\{"hash":"(\w+)"\}.*\} as unknown as DocumentNode<(\w+), (\w+)>;$/gm
  const found = [...code.matchAll(document)]
  if (found.length !== Object.keys(documents).length)
    throw new Error(`${found.length} documents of ${Object.keys(documents).length} were found.`)
  rmSync(`${gql}/documents`, {recursive: true, force: true})
  mkdirSync(`${gql}/documents`)
  for (const [, name, hash, data, variables] of found) {
    const text = JSON.stringify(documents[hash])
    const made = `export const ${name} = /* @__PURE__ */ trusted<${data}, ${variables}>('${hash}', ${text});\n`
    const head = `import type {${data}, ${variables}} from '../types';\nimport {trusted} from '../trusted';\n`
    writeFileSync(`${gql}/documents/${name}.ts`, head + made)
  }
  writeFileSync(`${gql}/types.ts`, code.replace(/^(import|export const) .*\n?/gm, '').trimEnd() + '\n')
  writeFileSync(`${gql}/trusted.ts`, TRUSTED)
  const names = found.map(([, name]) => `export {${name}} from './documents/${name}';\n`)
  writeFileSync(`${gql}/graphql.ts`, `export type * from './types';\n${names.join('')}`)
}

/** Every generated file with its text. */
function written() {
  const folders = [gql, `${gql}/documents`]
  const paths = folders.flatMap((folder) => list(folder).map((name) => `${folder}/${name}`))
  return new Map([trusted, platform, ...paths.filter((path) => path.endsWith('.ts'))].map((path) => [path, read(path)]))
}

function list(folder) {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
