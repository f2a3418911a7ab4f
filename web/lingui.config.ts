import {defineConfig} from '@lingui/cli'
import {formatter} from '@lingui/format-po'

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'he', 'ar'],
  catalogs: [{path: '<rootDir>/src/locales/{locale}', include: ['src']}],
  orderBy: 'message',
  format: formatter({lineNumbers: false}),
})
