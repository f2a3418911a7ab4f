import '@mantine/core/styles/baseline.css'
import '@mantine/core/styles/default-css-variables.css'
import '@mantine/core/styles/global.css'
import '@mantine/core/styles/UnstyledButton.css'
import '@mantine/core/styles/Button.css'
import '@mantine/core/styles/ActionIcon.css'
import '@mantine/core/styles/Loader.css'
import '@mantine/core/styles/Kbd.css'
import '../ui/fonts.css'
import './tokens.css'
import {i18n} from '@lingui/core'
import {I18nProvider} from '@lingui/react'
import {DirectionProvider, MantineProvider} from '@mantine/core'
import {RouterProvider} from '@tanstack/react-router'
import {StrictMode} from 'react'
import {createRoot} from 'react-dom/client'
import {Provider} from 'urql'
import {makeClient} from './graph'
import {pageLanguage} from '../ui/preferences'
import {makeRouter} from './routes'
import {SchemeProvider} from './scheme'
import {theme} from './theme'

const catalogues = import.meta.glob<{messages: Record<string, string>}>('../locales/*.po')

async function start() {
  const language = pageLanguage()
  const load = catalogues[`../locales/${language}.po`]
  const router = makeRouter()
  const [catalogue] = await Promise.all([load?.(), router.load()])
  i18n.load(language, catalogue?.messages ?? {})
  i18n.activate(language)
  const root = document.getElementById('root')
  if (!root) return
  createRoot(root).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <DirectionProvider>
          <SchemeProvider>
            {(shown) => (
              <MantineProvider theme={theme} forceColorScheme={shown}>
                <Provider value={makeClient()}>
                  <RouterProvider router={router} />
                </Provider>
              </MantineProvider>
            )}
          </SchemeProvider>
        </DirectionProvider>
      </I18nProvider>
    </StrictMode>,
  )
}

void start()
