import {wordsFrom} from './words'

/** The texts of leads are no part of the first load: they come with the first of their pages. */
export const loadLeadWords = wordsFrom(import.meta.glob<{messages: Record<string, string>}>('../locales/leads/*.po'))

/** A part that speaks of leads, with its texts. */
export async function withLeadWords<Part>(load: () => Promise<Part>): Promise<Part> {
  const [part] = await Promise.all([load(), loadLeadWords()])
  return part
}
