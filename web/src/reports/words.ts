import {wordsFrom} from '../ui/words'

/** The texts of pages of numbers are no part of the board's first load: they come with the first of these pages. */
export const loadNumberWords = wordsFrom(
  import.meta.glob<{messages: Record<string, string>}>('../locales/reports/*.po'),
)
