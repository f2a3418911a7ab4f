import {wordsFrom} from '../ui/words'

/** Nobody but platform admins reads these texts. */
export const loadWords = wordsFrom(import.meta.glob<{messages: Record<string, string>}>('../locales/console/*.po'))
