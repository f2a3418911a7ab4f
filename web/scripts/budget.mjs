// Says what the first load of the board weighs, from the build's manifest, and refuses more than 250 kB (gzip).
import {readFileSync} from 'node:fs'
import {gzipSync} from 'node:zlib'

const AIM = 180
const LIMIT = 250
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'))
const entry = Object.values(manifest).find((chunk) => chunk.isEntry)
const board = Object.entries(manifest).find(([key]) => key.endsWith('deals/board.tsx'))?.[1]
const english = Object.entries(manifest).find(([key]) => key.endsWith('locales/en.po'))?.[1]
const files = new Set()
for (const chunk of [entry, board, english]) collect(chunk)
const weigh = (ends) =>
  [...files]
    .filter((file) => file.endsWith(ends))
    .reduce((sum, file) => sum + gzipSync(readFileSync(`dist/${file}`), {level: 9}).length, 0) / 1000
const [js, css] = [weigh('.js'), weigh('.css')]
const total = js + css
console.log(
  `First load of the board: ${js.toFixed(1)} kB JS + ${css.toFixed(1)} kB CSS = ${total.toFixed(1)} kB gzip (aim ${AIM}, limit ${LIMIT}).`,
)
if (total > LIMIT) {
  console.error('Over the limit: load the new part lazily.')
  process.exit(1)
}

function collect(chunk) {
  if (!chunk || files.has(chunk.file)) return
  for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file)
  for (const key of chunk.imports ?? []) collect(manifest[key])
}
