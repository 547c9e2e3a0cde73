import { expect, test } from 'vitest'
import { partialMonths } from '#renderer/analytics/month-charts.tsx'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { RfmAnalysis } from '#shared/domain/rfm-analysis.ts'
import { makeTranslate } from '#shared/i18n/translate.ts'

const words = { t: makeTranslate('zh-CN'), language: 'zh-CN' } as const
const analysis = (fromOn: string | null, asOf: string, months: readonly string[]) =>
  ({ fromOn, asOf: asOf as CalendarDate, months: months.map(month => ({ month })) }) as RfmAnalysis

test('a month that the period or the reference date cuts is said to be cut', () => {
  expect(partialMonths(words, analysis('2025-11-21', '2026-11-20', ['2025-11', '2026-11']))).toBe(
    '；2025 年 11 月从 2025-11-21 算起；2026 年 11 月只到 2026-11-20',
  )
})

test('whole months, and months that are not drawn, are not spoken of', () => {
  expect(partialMonths(words, analysis('2024-03-01', '2024-04-30', ['2024-03', '2024-04']))).toBe('')
  expect(partialMonths(words, analysis(null, '2024-02-29', ['2024-02']))).toBe('')
  expect(partialMonths(words, analysis('2025-11-21', '2026-11-20', []))).toBe('')
})
