import type { Language } from '#shared/i18n/language.ts'
import { makeTranslate } from '#shared/i18n/translate.ts'

const englishMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Writes a day 'YYYY-MM-DD' for a sentence: 11 月 21 日 or 21 Nov; with the year when it is not `thisYear`. */
export function formatDayInSentence(day: string, language: Language, thisYear?: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const isOtherYear = year !== thisYear
  if (language === 'zh-CN') return `${isOtherYear ? `${year} 年 ` : ''}${month} 月 ${date} 日`
  return `${date} ${englishMonths[month - 1] ?? ''}${isOtherYear ? ` ${year}` : ''}`
}

/** Writes a month 'YYYY-MM' as a short label of an axis, without its year: 8 月 or Aug. */
export function formatMonth(month: string, language: Language): string {
  const number = Number(month.slice(5, 7))
  return language === 'zh-CN' ? `${number} 月` : (englishMonths[number - 1] ?? '')
}

/** Writes a month 'YYYY-MM' for a sentence: 2026 年 8 月 or Aug 2026. */
export function formatMonthInSentence(month: string, language: Language): string {
  const [year, name] = [month.slice(0, 4), formatMonth(month, language)]
  return language === 'zh-CN' ? `${year} 年 ${name}` : `${name} ${year}`
}

type Parts = { readonly day: string; readonly time: string }

/** The day and the minute of an instant in a time zone, the computer's own when none is given. */
function localParts(instant: Date, timeZone: string | undefined): Parts {
  const options: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(timeZone ? { timeZone } : {}),
  }
  const part = Object.fromEntries(
    new Intl.DateTimeFormat('en-US', options).formatToParts(instant).map(({ type, value }) => [type, value]),
  )
  return { day: `${part.year}-${part.month}-${part.day}`, time: `${part.hour}:${part.minute}` }
}

/** Writes an instant (ISO, UTC) for tables: 2026-11-21 12:30. */
export function formatInstant(instantIso: string, timeZone?: string): string {
  const { day, time } = localParts(new Date(instantIso), timeZone)
  return `${day} ${time}`
}

const dayMs = 86_400_000

/** Writes an instant as one says it: today 12:30, yesterday 18:00, else as in a table. */
export function formatWhen(instantIso: string, now: Date, language: Language, timeZone?: string): string {
  const t = makeTranslate(language)
  const { day, time } = localParts(new Date(instantIso), timeZone)
  if (day === localParts(now, timeZone).day) return t('common.today', { time })
  if (day === localParts(new Date(now.getTime() - dayMs), timeZone).day)
    return t('common.yesterday', { time })
  return `${day} ${time}`
}
