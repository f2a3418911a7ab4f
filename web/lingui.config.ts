import {defineConfig} from '@lingui/cli'

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'he', 'ar'],
  catalogs: [{path: '<rootDir>/src/locales/{locale}', include: ['src']}],
  orderBy: 'messageId',
})
