import {useLingui} from '@lingui/react'
import {useMemo} from 'react'

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
const made = new Map<string, Intl.NumberFormat>()

/** How large a file is, in the largest unit that fits. */
export function useSizes() {
  const {i18n} = useLingui()
  const {locale} = i18n
  return useMemo(() => ({sized: (bytes: number) => said(bytes, locale === 'ar' ? 'ar-u-nu-latn' : locale)}), [locale])
}

function said(bytes: number, tag: string): string {
  let size = bytes
  let step = 0
  while (size >= 1000 && step < units.length - 1) {
    size /= 1000
    step += 1
  }
  const unit = units[step] ?? 'byte'
  const key = tag + unit
  let format = made.get(key)
  if (!format) {
    format = new Intl.NumberFormat(tag, {style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1})
    made.set(key, format)
  }
  return format.format(size)
}
