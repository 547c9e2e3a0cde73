import { isCalendarDate } from '#shared/domain/calendar-date.ts'
import { type CurrencyCode, minorPerMajor } from '#shared/domain/currency.ts'
import type { Language } from '#shared/i18n/language.ts'
import type { ExportCell } from './sheet-xml.ts'

/** What the cells of an export need besides their row. `word` gives the text of a code, `dayOf` the archive's day of an instant. */
export type CellContext = {
  readonly isMasked: boolean
  readonly currency: CurrencyCode
  readonly language: Language
  readonly word: (code: string) => string
  readonly dayOf: (instant: string) => string
}

/** Makes a cell of money. Units: minor units in, major units out. */
export function majorUnits(minor: number, { currency }: CellContext): number {
  return minor / minorPerMajor(currency)
}

/**
 * Makes a cell of a day or a time; what Excel has no date for stays text: an incomplete birth date, a day before 1900.
 *
 * Example: '2024-03-05' -> { time: '2024-03-05' }; '--03-05' -> '--03-05'
 */
export function dayCell(text: string | null): ExportCell {
  if (text === null) return null
  return isCalendarDate(text.slice(0, 10)) && text >= '1900-03-01' ? { time: text } : text
}
