const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte']
const STEP = 1024

/** Bytes in the largest unit that leaves a number to read. */
export function size(bytes: number, locale: string): string {
  const level = bytes < 1 ? 0 : Math.min(Math.floor(Math.log(bytes) / Math.log(STEP)), units.length - 1)
  const amount = bytes / STEP ** level
  return new Intl.NumberFormat(locale === 'ar' ? 'ar-u-nu-latn' : locale, {
    style: 'unit',
    unit: units[level],
    unitDisplay: 'short',
    maximumFractionDigits: amount < 10 && level > 0 ? 1 : 0,
  }).format(amount)
}
