import {defineConfig} from '@lingui/cli'
import {formatter} from '@lingui/format-po'

/** The pages inside the settings bring their texts themselves: nobody needs them at the first load. */
const settings = [
  'settings/*.tsx',
  'settings/parts/**',
  'members/*.tsx',
  'members/parts/**',
  'roles/**',
  'access/r*.tsx',
].map((path) => `src/${path}`)

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'he', 'ar'],
  catalogs: [
    {path: '<rootDir>/src/locales/{locale}', include: ['src'], exclude: settings},
    {path: '<rootDir>/src/locales/settings/{locale}', include: settings},
  ],
  orderBy: 'message',
  format: formatter({lineNumbers: false}),
})
