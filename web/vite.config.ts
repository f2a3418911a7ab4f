import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {lingui} from '@lingui/vite-plugin'
import babel from '@rolldown/plugin-babel'
import react from '@vitejs/plugin-react'
import {defineConfig, type Plugin, type ProxyOptions} from 'vite'

/** The font of each language, named in the page's first script so that it is asked for before any style is read. */
const preloads: Record<string, RegExp> = {
  en: /inter-latin-wght.*\.woff2$/,
  he: /heebo-hebrew-wght.*\.woff2$/,
  ar: /ibm-plex-sans-arabic-arabic-400.*\.woff2$/,
}

function preloadFonts(): Plugin {
  return {
    name: 'kesher-preload-fonts',
    transformIndexHtml: {
      order: 'post',
      handler(html, {bundle}) {
        const names = Object.keys(bundle ?? {})
        const found = Object.entries(preloads).flatMap(([language, pattern]) => {
          const name = names.find((file) => pattern.test(file))
          return name ? [[language, `/${name}`]] : []
        })
        return html.replace('{/*fonts*/}', JSON.stringify(Object.fromEntries(found)))
      },
    },
  }
}

/** The service worker, with the names of all scripts and styles of this build written in; an explorer of the API is
 * nothing without a line, and too large to be carried to every device. */
function keepOffline(): Plugin {
  return {
    name: 'kesher-keep-offline',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const files = Object.keys(bundle)
        .filter((name) => /\.(js|css)$/.test(name) && !name.includes('/explorer-'))
        .sort()
      const version = createHash('sha256').update(files.join()).digest('hex').slice(0, 16)
      const source = readFileSync('worker.js', 'utf8')
        .replace('[/*files*/]', JSON.stringify(files.map((name) => `/${name}`)))
        .replace('/*version*/', version)
      this.emitFile({type: 'asset', fileName: 'sw.js', source})
    },
  }
}

const backend = process.env.KESHER_BACKEND ?? 'http://127.0.0.1:8000'

/** One path, two ends: files go up and refused rows come down from the server, the page itself is ours. */
const imports: ProxyOptions = {
  target: backend,
  bypass: (request) => (request.method === 'GET' && !request.url?.endsWith('.csv') ? request.url : undefined),
}

export default defineConfig({
  plugins: [
    react(),
    babel({
      include: /src\/.*\.tsx?$/,
      plugins: ['@lingui/babel-plugin-lingui-macro'],
      parserOpts: {plugins: ['typescript', 'jsx']},
    } as never),
    lingui(),
    preloadFonts(),
    keepOffline(),
  ],
  server: {
    host: '127.0.0.1',
    proxy: {
      '/graphql': {target: backend, ws: true},
      '/sign-in': backend,
      '/sign-out': backend,
      '/imports': imports,
      '/rate-sheets': backend,
      '/files': backend,
    },
  },
  build: {
    target: 'es2022',
    manifest: true,
    modulePreload: {polyfill: false},
    reportCompressedSize: false,
    assetsInlineLimit: 0,
  },
})
