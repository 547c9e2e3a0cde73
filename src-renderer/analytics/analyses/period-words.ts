import { formatMonth } from '#renderer/i18n/format-date.ts'
import type { Translation } from '#renderer/i18n/use-translation.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'

/** The days that an analysis looks at: 2025-11-23 至 2026-11-22; 全部时间，截至 2026-11-22. */
export function periodCaption({ t }: Translation, fromOn: CalendarDate | null, asOf: CalendarDate): string {
  return fromOn === null ? t('analyses.until', { asOf }) : t('analyses.between', { fromOn, asOf })
}

/** A month of any year: 3 月; Mar. */
export const monthOfYear = ({ language }: Translation, month: number): string =>
  formatMonth(`0000-${String(month).padStart(2, '0')}`, language)
