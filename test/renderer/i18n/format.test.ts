import { describe, expect, test } from 'vitest'
import {
  formatDayInSentence,
  formatInstant,
  formatMonth,
  formatMonthInSentence,
  formatWhen,
} from '#renderer/i18n/format-date.ts'
import { currencySymbol, formatMoney } from '#renderer/i18n/format-money.ts'

describe('formatMoney', () => {
  test('the currency fixes the decimals: 2 for CNY, 0 for JPY, 3 for KWD', () => {
    expect(formatMoney(917300, 'CNY')).toBe('9,173.00')
    expect(formatMoney(917300, 'JPY')).toBe('917,300')
    expect(formatMoney(917300, 'KWD')).toBe('917.300')
  })

  test('a debt has the true minus sign, before the sign of the currency', () => {
    expect(formatMoney(-18800, 'CNY')).toBe('\u2212188.00')
    expect(formatMoney(-18800, 'CNY', { hasSymbol: true })).toBe('\u2212¥188.00')
  })

  test('charts and key figures may leave the decimals out', () => {
    expect(formatMoney(41826049, 'CNY', { decimals: 0, hasSymbol: true })).toBe('¥418,260')
  })

  test('the sign is short, or the code where there is none', () => {
    expect(currencySymbol('CNY')).toBe('¥')
    expect(currencySymbol('USD')).toBe('$')
    expect(currencySymbol('KWD')).toBe('KWD ')
  })
})

describe('dates', () => {
  test('a day in a sentence has its year only when it is another one', () => {
    expect(formatDayInSentence('2026-11-21', 'zh-CN', 2026)).toBe('11 月 21 日')
    expect(formatDayInSentence('2025-01-05', 'zh-CN', 2026)).toBe('2025 年 1 月 5 日')
    expect(formatDayInSentence('2026-11-21', 'en', 2026)).toBe('21 Nov')
    expect(formatDayInSentence('2025-01-05', 'en', 2026)).toBe('5 Jan 2025')
  })

  test('a month of an axis is short', () => {
    expect(formatMonth('2026-08', 'zh-CN')).toBe('8 月')
    expect(formatMonth('2026-08', 'en')).toBe('Aug')
    expect(formatMonthInSentence('2026-08', 'zh-CN')).toBe('2026 年 8 月')
    expect(formatMonthInSentence('2026-08', 'en')).toBe('Aug 2026')
  })

  test('an instant is shown in its time zone', () => {
    expect(formatInstant('2026-11-21T04:30:00Z', 'Asia/Shanghai')).toBe('2026-11-21 12:30')
    expect(formatInstant('2026-11-20T16:05:00Z', 'Asia/Shanghai')).toBe('2026-11-21 00:05')
  })

  test('an instant is said as today, yesterday or by its date', () => {
    const now = new Date('2026-11-21T10:00:00Z')
    const when = (instant: string, language: 'zh-CN' | 'en') =>
      formatWhen(instant, now, language, 'Asia/Shanghai')
    expect(when('2026-11-21T04:30:00Z', 'zh-CN')).toBe('今天 12:30')
    expect(when('2026-11-20T10:00:00Z', 'en')).toBe('yesterday 18:00')
    expect(when('2026-11-18T10:00:00Z', 'en')).toBe('2026-11-18 18:00')
  })
})
