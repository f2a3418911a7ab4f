import {wordsFrom} from '../../ui/words'

/** The texts of calendars and of the editor are no part of the first load: they come with the first of them. */
export const loadWords = wordsFrom(import.meta.glob<{messages: Record<string, string>}>('../../locales/agenda/*.po'))
