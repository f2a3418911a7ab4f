import {i18n} from '@lingui/core'
import {pageLanguage} from '../../ui/preferences'

const catalogues = import.meta.glob<{messages: Record<string, string>}>('../../locales/agenda/*.po')

let asked: Promise<void> | undefined

/** The texts of calendars and of the editor are no part of the first load: they come with the first of them. */
export function loadWords(): Promise<void> {
  const language = pageLanguage()
  asked ??= Promise.resolve(catalogues[`../../locales/agenda/${language}.po`]?.()).then((catalogue) => {
    if (catalogue) i18n.load(language, catalogue.messages)
  })
  return asked
}
