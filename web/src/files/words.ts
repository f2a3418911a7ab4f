import {i18n} from '@lingui/core'
import {pageLanguage} from '../ui/preferences'

const catalogues = import.meta.glob<{messages: Record<string, string>}>('../locales/files/*.po')

let asked: Promise<void> | undefined

/** The texts of files come with the first look at them. */
export function loadWords(): Promise<void> {
  const language = pageLanguage()
  asked ??= Promise.resolve(catalogues[`../locales/files/${language}.po`]?.()).then((catalogue) => {
    if (catalogue) i18n.load(language, catalogue.messages)
  })
  return asked
}
