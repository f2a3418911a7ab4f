import {i18n} from '@lingui/core'
import {pageLanguage} from './preferences'

type Catalogues = Record<string, () => Promise<{messages: Record<string, string>}>>

/** Texts that are no part of the first load: they are fetched once, and again after they could not be. */
export function wordsFrom(catalogues: Catalogues): () => Promise<void> {
  let asked: Promise<void> | undefined
  const fetched = async () => {
    const language = pageLanguage()
    const path = Object.keys(catalogues).find((one) => one.endsWith(`/${language}.po`)) ?? ''
    const catalogue = await catalogues[path]?.()
    if (catalogue) i18n.load(language, catalogue.messages)
  }
  return () => {
    asked ??= fetched().catch((error: unknown) => {
      asked = undefined
      throw error
    })
    return asked
  }
}
