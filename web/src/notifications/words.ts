import {wordsFrom} from '../ui/words'

/** The texts of notifications come with the first look at them. */
export const loadWords = wordsFrom(
  import.meta.glob<{messages: Record<string, string>}>('../locales/notifications/*.po'),
)
