import {wordsFrom} from '../ui/words'

/** The texts of the settings are no part of the first load: they come with the first of their pages. */
export const loadWords = wordsFrom(import.meta.glob<{messages: Record<string, string>}>('../locales/settings/*.po'))
