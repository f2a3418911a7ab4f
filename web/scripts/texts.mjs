// Refuses a text that has no translation, or a plural that misses a form of its language.
import {readFileSync} from 'node:fs'
import {formatter as po} from '@lingui/format-po'

const forms = {en: ['one', 'other'], he: ['one', 'two', 'other'], ar: ['zero', 'one', 'two', 'few', 'many', 'other']}
const problems = []
const catalogues = [
  '',
  'settings/',
  'notifications/',
  'lists/',
  'reports/',
  'agenda/',
  'files/',
  'console/',
  'leads/',
].flatMap((part) =>
  Object.entries(forms).map(([locale, needed]) => ({locale, needed, path: `src/locales/${part}${locale}.po`})),
)
for (const {locale, needed, path} of catalogues) {
  const messages = po().parse(readFileSync(path, 'utf8'), {locale, sourceLocale: 'en', filename: path})
  for (const [id, {translation, obsolete, message}] of Object.entries(messages)) {
    const source = message ?? id
    if (obsolete) continue
    if (!translation) problems.push(`${path}: no text for “${source}”`)
    else
      for (const missing of missingForms(translation, needed))
        problems.push(`${path}: “${source}” has no form “${missing}”`)
  }
}
if (problems.length) {
  console.error(problems.join('\n'))
  process.exit(1)
}
console.log('Every text stands in every language.')

function missingForms(text, needed) {
  const plurals = text.split(/,\s*plural,/).slice(1)
  return plurals.flatMap((body) => needed.filter((form) => !new RegExp(`(^|[\\s}])${form}\\s*\\{`).test(body)))
}
