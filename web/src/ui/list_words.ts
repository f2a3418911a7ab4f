import {i18n} from '@lingui/core'
import {pageLanguage} from './preferences'

const catalogues = import.meta.glob<{messages: Record<string, string>}>('../locales/lists/*.po')

let asked: Promise<void> | undefined

/** The texts of lists are no part of the first load: they come with the first list. */
export function loadListWords(): Promise<void> {
  const language = pageLanguage()
  asked ??= Promise.resolve(catalogues[`../locales/lists/${language}.po`]?.()).then((catalogue) => {
    if (catalogue) i18n.load(language, catalogue.messages)
  })
  return asked
}

/** A part of the lists, with its texts. */
export async function withListWords<Part>(load: () => Promise<Part>): Promise<Part> {
  const [part] = await Promise.all([load(), loadListWords()])
  return part
}
