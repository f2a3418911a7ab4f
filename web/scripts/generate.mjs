// Writes the client's types and the server's list of trusted documents from graphql/. `--check` only compares.
import {execFileSync} from 'node:child_process'
import {readFileSync, rmSync, writeFileSync} from 'node:fs'

const check = process.argv.includes('--check')
const files = {types: 'src/gql/graphql.ts', trusted: '../graphql/persisted.json'}
const before = Object.fromEntries(Object.entries(files).map(([name, path]) => [name, read(path)]))

execFileSync('npx', ['graphql-codegen', '--config', 'codegen.ts'], {stdio: ['ignore', 'inherit', 'inherit']})
const documents = JSON.parse(readFileSync('src/gql/persisted-documents.json', 'utf8'))
const sorted = Object.fromEntries(Object.entries(documents).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(files.trusted, JSON.stringify(sorted, null, 2) + '\n')
writeFileSync(files.types, withTexts(readFileSync(files.types, 'utf8')))
for (const left of ['persisted-documents.json', 'gql.ts', 'index.ts']) rmSync(`src/gql/${left}`, {force: true})
console.log(`${Object.keys(sorted).length} trusted documents.`)

if (check) {
  const stale = Object.entries(files).filter(([name, path]) => before[name] !== read(path))
  if (stale.length) {
    console.error(`Out of date, now written anew: ${stale.map(([, path]) => path).join(', ')}. Commit them.`)
    process.exit(1)
  }
}

/** A document as its text is a tenth of its syntax tree in the bundle; it is parsed when the page starts. */
function withTexts(code) {
  const document =
    /^export const (\w+) = \{"__meta__":\{"hash":"(\w+)"\}.*\} as unknown as DocumentNode<(\w+), (\w+)>;$/gm
  let count = 0
  const short = code.replace(document, (_, name, hash, data, variables) => {
    count += 1
    return `export const ${name} = trusted<${data}, ${variables}>('${hash}', ${JSON.stringify(documents[hash])});`
  })
  if (count !== Object.keys(documents).length)
    throw new Error(`${count} documents of ${Object.keys(documents).length} were found.`)
  const parse = `import {createRequest} from 'urql';
function trusted<Data, Variables>(hash: string, text: string): DocumentNode<Data, Variables> {
  return Object.assign(createRequest(text, {}).query as DocumentNode<Data, Variables>, {__meta__: {hash}});
}`
  return code.includes(parse) ? short : short.replace(/^(import type .*)$/m, `$1\n${parse}`)
}

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
