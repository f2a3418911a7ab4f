const first = ['ILS', 'USD', 'EUR', 'GBP', 'JOD', 'AED', 'SAR', 'EGP']
const kept = new Map<string, {code: string; name: string}[]>()

/** All currencies that the browser knows, with their names; those of our companies come first. */
export function currencies(locale: string): {code: string; name: string}[] {
  let known = kept.get(locale)
  if (!known) {
    const names = new Intl.DisplayNames([locale], {type: 'currency'})
    const others = Intl.supportedValuesOf('currency').filter((code) => !first.includes(code))
    known = [...first, ...others].map((code) => ({code, name: names.of(code) ?? code}))
    kept.set(locale, known)
  }
  return known
}

/** What is offered beside an amount: the company's own, those of our companies, and what stands there already. */
export const offered = (own: string, standing: string) => [...new Set([own, ...first, standing])]
