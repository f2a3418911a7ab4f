const keys = "qwertyuiopasdfghjkl;'zxcvbnm,./"
const hebrew = "/'קראטוןםפשדגכעיחלךף,זסבהנמצתץ."
const arabicKeys = "qwertyuiop[]asdfghjkl;'zxcvnm,./"
const arabic = 'ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظ'

const mapOf = (from: string, to: string) => new Map(Array.from(from, (sign, at) => [sign, to[at] ?? sign]))
const toHebrew = mapOf(keys, hebrew)
const fromHebrew = mapOf(hebrew, keys)
const toArabic = mapOf(arabicKeys, arabic).set('b', 'لا')
const fromArabic = mapOf(arabic, arabicKeys)

const typed = (text: string, layout: ReadonlyMap<string, string>) =>
  Array.from(text, (sign) => layout.get(sign) ?? sign).join('')

/** What the same keys say under other keyboard layouts: “akuo” is “שלום”. */
export function otherLayouts(text: string): string[] {
  const said = text.toLowerCase()
  if (/[a-z]/.test(said)) return [typed(said, toHebrew), typed(said, toArabic)]
  if (/[א-ת]/.test(said)) return [typed(said, fromHebrew)]
  return /[ء-ي]/.test(said) ? [typed(said.replaceAll('لا', 'b'), fromArabic)] : []
}
