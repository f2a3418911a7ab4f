import {defineConfig} from '@lingui/cli'
import {formatter} from '@lingui/format-po'

/** The pages inside the settings bring their texts themselves: nobody needs them at the first load. */
const settings = [
  'settings/*.tsx',
  'settings/parts/**',
  'members/*.tsx',
  'members/parts/**',
  'pipelines/**',
  'products/**',
  'rates/**',
  'roles/**',
  'access/r*.tsx',
  'developers/**',
  'sources/**',
  'assignment/**',
].map((path) => `src/${path}`)

/** So do the notifications, which are read when somebody opens them; the bell itself is always there. */
const notifications = ['deeds.ts', 'panel.tsx', 'page.tsx', 'parts/**'].map((path) => `src/notifications/${path}`)

/** So do the lists: the first load is the board. */
const lists = ['views/t*.tsx', 'views/k*.tsx', 'views/records.tsx', 'views/parts/**', 'batches/**', 'exports/**'].map(
  (path) => `src/${path}`,
)

/** Pages of numbers: the first of them brings the texts of all. */
const reports = ['reports/**', 'forecasts/**', 'ui/chart*.tsx', 'ui/block.tsx'].map((path) => `src/${path}`)
/** So do calendars and the editor of activities. */
const agenda = ['src/agenda/**', 'src/activities/editor/**']
/** So do leads. */
const leads = [
  'src/leads/**',
  'src/attribution/**',
  'src/qualification/**',
  'src/conversions/**',
  'src/consents/**',
  'src/activities/parts/lead_change.tsx',
]
/** And what is said about files comes with the first place that shows some. */
const files = ['src/files/**']

/** And the admin console, which no company sees. */
const admins = ['src/console/**']

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'he', 'ar'],
  catalogs: [
    {
      path: '<rootDir>/src/locales/{locale}',
      include: ['src'],
      exclude: [...settings, ...notifications, ...lists, ...reports, ...agenda, ...files, ...admins, ...leads],
    },
    {path: '<rootDir>/src/locales/settings/{locale}', include: settings},
    {path: '<rootDir>/src/locales/notifications/{locale}', include: notifications},
    {path: '<rootDir>/src/locales/lists/{locale}', include: lists},
    {path: '<rootDir>/src/locales/agenda/{locale}', include: agenda},
    {path: '<rootDir>/src/locales/reports/{locale}', include: reports},
    {path: '<rootDir>/src/locales/files/{locale}', include: files},
    {path: '<rootDir>/src/locales/console/{locale}', include: admins},
    {path: '<rootDir>/src/locales/leads/{locale}', include: leads},
  ],
  orderBy: 'message',
  format: formatter({lineNumbers: false}),
})
