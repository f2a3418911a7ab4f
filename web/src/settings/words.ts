import {i18n} from '@lingui/core'
import {pageLanguage} from '../ui/preferences'

const catalogues = import.meta.glob<{messages: Record<string, string>}>('../locales/settings/*.po')

let asked: Promise<void> | undefined

/** The texts of the settings are no part of the first load: they come with the first of their pages. */
export function loadWords(): Promise<void> {
  const language = pageLanguage()
  asked ??= Promise.resolve(catalogues[`../locales/settings/${language}.po`]?.()).then((catalogue) => {
    if (catalogue) i18n.load(language, catalogue.messages)
  })
  return asked
}
