import {i18n} from '@lingui/core'
import {pageLanguage} from '../ui/preferences'

const catalogues = import.meta.glob<{messages: Record<string, string>}>('../locales/reports/*.po')

let asked: Promise<void> | undefined

/** The texts of pages of numbers are no part of the board's first load: they come with the first of these pages. */
export function loadNumberWords(): Promise<void> {
  const language = pageLanguage()
  asked ??= Promise.resolve(catalogues[`../locales/reports/${language}.po`]?.()).then((catalogue) => {
    if (catalogue) i18n.load(language, catalogue.messages)
  })
  return asked
}
