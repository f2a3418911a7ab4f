import {wordsFrom} from './words'

/** The texts of lists are no part of the first load: they come with the first list. */
export const loadListWords = wordsFrom(import.meta.glob<{messages: Record<string, string>}>('../locales/lists/*.po'))

/** A part of the lists, with its texts. */
export async function withListWords<Part>(load: () => Promise<Part>): Promise<Part> {
  const [part] = await Promise.all([load(), loadListWords()])
  return part
}
