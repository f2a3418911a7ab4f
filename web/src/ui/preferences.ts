export const languages = {en: 'English', he: 'עברית', ar: 'العربية'} as const
export type Language = keyof typeof languages
export type Scheme = 'light' | 'dark' | 'auto'

export const isLanguage = (text: string): text is Language => text in languages

/** The language that the page was drawn in; another one needs a new page. */
export const pageLanguage = (): Language => {
  const {lang} = document.documentElement
  return isLanguage(lang) ? lang : 'en'
}

export function keepLanguage(language: Language) {
  keep('kesher.language', language)
}

export function keptScheme(): Scheme {
  const kept = recall('kesher.scheme')
  return kept === 'light' || kept === 'dark' ? kept : 'auto'
}

export function shownScheme(scheme: Scheme): 'light' | 'dark' {
  if (scheme !== 'auto') return scheme
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

export function keepScheme(scheme: Scheme) {
  keep('kesher.scheme', scheme)
}

function keep(key: string, value: string) {
  try {
    localStorage.setItem(key, value)
  } catch {
    // A browser that keeps nothing still shows the page.
  }
}

function recall(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
