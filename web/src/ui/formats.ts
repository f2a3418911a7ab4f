import {useLingui} from '@lingui/react'

/** An amount as the server gives it: an exact decimal and its currency. */
export interface Cash {
  amount: string
  currency: string
}

export type Formats = ReturnType<typeof makeFormats>

const tags: Record<string, string> = {en: 'en-IL', he: 'he-IL', ar: 'ar-IL-u-nu-latn'}
const DAY = 86_400_000
const made = new Map<string, Formats>()
let zone: string | undefined
let dayFormat: Intl.DateTimeFormat | undefined
let known = {at: 0, day: ''}

/** Times are shown in the member's own zone, wherever the browser stands. */
export function setTimeZone(name: string) {
  if (name === zone) return
  zone = name
  made.clear()
  dayFormat = undefined
  known = {at: 0, day: ''}
}

/** The member's own zone; the browser's where none is known. */
export const timeZone = () => zone

/** One set of Intl formatters a locale: making one costs 0.1 ms and more, and a board has hundreds of cards. */
export function useFormats(): Formats {
  const {i18n} = useLingui()
  return formatsOf(i18n.locale)
}

export function formatsOf(locale: string): Formats {
  const tag = tags[locale] ?? locale
  let formats = made.get(tag)
  if (!formats) made.set(tag, (formats = makeFormats(tag)))
  return formats
}

function makeFormats(tag: string) {
  const amounts = new Map<string, Intl.NumberFormat>()
  const cash = (currency: string, compact: boolean) => {
    const key = currency + String(compact)
    let format = amounts.get(key)
    if (!format) {
      const digits = compact
        ? {notation: 'compact' as const, maximumFractionDigits: 1}
        : {trailingZeroDisplay: 'stripIfInteger' as const}
      format = new Intl.NumberFormat(tag, {style: 'currency', currency, currencyDisplay: 'narrowSymbol', ...digits})
      amounts.set(key, format)
    }
    return format
  }
  const day = new Intl.DateTimeFormat(tag, {day: 'numeric', month: 'short', timeZone: 'UTC'})
  const dayOfYear = new Intl.DateTimeFormat(tag, {day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC'})
  const moment = new Intl.DateTimeFormat(tag, {dateStyle: 'medium', timeStyle: 'short', timeZone: zone})
  const longMoment = new Intl.DateTimeFormat(tag, {dateStyle: 'full', timeStyle: 'medium', timeZone: zone})
  const clock = new Intl.DateTimeFormat(tag, {timeStyle: 'short', timeZone: zone})
  const dayAt = new Intl.DateTimeFormat('en-CA', {timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit'})
  const weekday = new Intl.DateTimeFormat(tag, {weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC'})
  const weekdayShort = new Intl.DateTimeFormat(tag, {weekday: 'short', timeZone: 'UTC'})
  const month = new Intl.DateTimeFormat(tag, {month: 'long', year: 'numeric', timeZone: 'UTC'})
  const monthShort = new Intl.DateTimeFormat(tag, {month: 'short', year: 'numeric', timeZone: 'UTC'})
  const whole = new Intl.NumberFormat(tag)
  const rate = new Intl.NumberFormat(tag, {maximumFractionDigits: 8})
  const share = new Intl.NumberFormat(tag, {style: 'percent', maximumFractionDigits: 1})
  const relative = new Intl.RelativeTimeFormat(tag, {numeric: 'auto'})
  const spans = {
    day: new Intl.NumberFormat(tag, {style: 'unit', unit: 'day', unitDisplay: 'narrow'}),
    hour: new Intl.NumberFormat(tag, {style: 'unit', unit: 'hour', unitDisplay: 'narrow'}),
    minute: new Intl.NumberFormat(tag, {style: 'unit', unit: 'minute', unitDisplay: 'narrow'}),
    second: new Intl.NumberFormat(tag, {style: 'unit', unit: 'second', unitDisplay: 'narrow'}),
  }
  return {
    money: ({amount, currency}: Cash) => cash(currency, false).format(Number(amount)),
    compact: ({amount, currency}: Cash) => cash(currency, true).format(Number(amount)),
    number: (value: number) => whole.format(value),
    /** What one of a currency is worth in another, as exact as it was said. */
    rateOf: (value: string) => rate.format(Number(value)),
    percent: (value: number) => share.format(value),
    /** A calendar day; the year is left out when it is this one. */
    day: (iso: string) => (iso.slice(0, 4) === today().slice(0, 4) ? day : dayOfYear).format(new Date(iso)),
    /** A calendar day with its weekday. */
    dayInFull: (iso: string) => weekday.format(new Date(iso)),
    weekday: (iso: string) => weekdayShort.format(new Date(iso)),
    month: (iso: string) => month.format(new Date(iso)),
    monthShort: (iso: string) => monthShort.format(new Date(iso)),
    time: (iso: string) => clock.format(new Date(iso)),
    /** The calendar day of a moment, as YYYY-MM-DD, in the member's zone. */
    dayOf: (iso: string) => dayAt.format(new Date(iso)),
    moment: (iso: string) => moment.format(new Date(iso)),
    momentInFull: (iso: string) => longMoment.format(new Date(iso)),
    /** "3 hours ago" under a week, the date after it. */
    ago: (iso: string) => {
      const past = Date.now() - Date.parse(iso)
      if (Math.abs(past) >= 7 * DAY) return moment.format(new Date(iso))
      if (Math.abs(past) >= DAY) return relative.format(-Math.round(past / DAY), 'day')
      if (Math.abs(past) >= 3_600_000) return relative.format(-Math.round(past / 3_600_000), 'hour')
      return relative.format(-Math.round(past / 60_000), 'minute')
    },
    /** A length of time in its largest unit: 17d, 5h, 12m. */
    span: (seconds: number) => {
      if (seconds >= 86_400) return spans.day.format(Math.floor(seconds / 86_400))
      if (seconds >= 3_600) return spans.hour.format(Math.floor(seconds / 3_600))
      return spans.minute.format(Math.floor(seconds / 60))
    },
    /** A short time: under a minute in seconds. */
    moments: (seconds: number) =>
      seconds < 60 ? spans.second.format(seconds) : spans.minute.format(Math.round(seconds / 60)),
    /** The same in its two largest units: 2d 4h, 5h 10m; working time has no days. */
    length: (seconds: number, days = true) => {
      const [d, h, m] = [days ? Math.floor(seconds / 86_400) : 0, days ? 24 : Infinity, 60]
      const hour = Math.floor(seconds / 3_600) % h
      const minute = Math.floor(seconds / m) % 60
      const [far, near] = d
        ? [spans.day.format(d), hour && spans.hour.format(hour)]
        : [hour && spans.hour.format(hour), minute && spans.minute.format(minute)]
      return [far, near].filter(Boolean).join(' ') || spans.minute.format(0)
    },
  }
}

/** Today in the member's zone, as YYYY-MM-DD; asked by every card, found once a minute. */
export function today(): string {
  const now = Date.now()
  if (now - known.at > 60_000) {
    dayFormat ??= new Intl.DateTimeFormat('en-CA', {timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit'})
    known = {at: now, day: dayFormat.format(now)}
  }
  return known.day
}

/** The moment at which a calendar day begins in the member's zone. */
export function startOf(day: string): string {
  const asked = Date.parse(`${day}T00:00:00Z`)
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(asked)
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  const shown = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'))
  return new Date(2 * asked - shown).toISOString()
}

/** The day after a calendar day. */
export const nextDay = (day: string) => new Date(Date.parse(day) + DAY).toISOString().slice(0, 10)
