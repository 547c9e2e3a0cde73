import { describe, expect, test } from 'vitest'
import { appErrorCodes } from '#shared/contract/app-error.ts'
import { errorText } from '#shared/i18n/error-text.ts'
import { formatNumber, formatPercent } from '#shared/i18n/format-number.ts'
import { languages } from '#shared/i18n/language.ts'
import { catalogues, fillPlaceholders, makeTranslate, translateCode } from '#shared/i18n/translate.ts'

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(match => match[1]).toSorted()
const baseKey = (key: string) => key.replace(/_one$/, '')
const chinese = catalogues['zh-CN']
const english = catalogues.en

describe('the catalogues', () => {
  test('both languages have the same keys; English may add a form for one', () => {
    expect(new Set(Object.keys(english).map(baseKey))).toEqual(new Set(Object.keys(chinese)))
  })

  test('a key has the same placeholders in both languages; the form for one may leave the count out', () => {
    for (const [key, text] of Object.entries(english)) {
      const source = placeholders(chinese[baseKey(key)] ?? '')
      const isOne = key.endsWith('_one') && !text.includes('{count}')
      expect(placeholders(text), key).toEqual(isOne ? source.filter(name => name !== 'count') : source)
    }
  })

  test('a text with a form for one has a count', () => {
    for (const key of Object.keys(english).filter(name => name.endsWith('_one')))
      expect(placeholders(english[baseKey(key)] ?? ''), key).toContain('count')
  })

  test('no text is empty or, but for separators, has white space at its ends', () => {
    for (const language of languages)
      for (const [key, text] of Object.entries(catalogues[language])) {
        expect(text, key).not.toBe('')
        if (!/separator$/i.test(key)) expect(text.trim(), key).toBe(text)
      }
  })

  test('Chinese sentences have full-width punctuation and neither language shouts', () => {
    // Dates as one types them, 1988年3月, are examples of what a field takes.
    const withoutDates = (text: string) => text.replace(/(?:\d+[年月日])+/g, '')
    for (const [key, text] of Object.entries(chinese))
      expect(withoutDates(text), key).not.toMatch(/[\u4e00-\u9fff][,;!?]|！/)
    for (const [key, text] of Object.entries(english)) expect(text, key).not.toMatch(/!|please|oops/i)
  })

  test('a normal space stands between Chinese and Latin letters or digits', () => {
    // Dates as one types them, 1988年3月, are examples of what a field takes.
    const withoutDates = (text: string) => text.replace(/(?:\d+[年月日])+/g, '')
    for (const [key, text] of Object.entries(chinese))
      expect(withoutDates(text), key).not.toMatch(
        /[\u4e00-\u9fff](?:\w|\{count\})|(?:\w|\{count\})[\u4e00-\u9fff]/,
      )
  })
})

describe('error texts', () => {
  test('every code of the closed list is worded in both languages without a placeholder', () => {
    for (const language of languages)
      for (const code of appErrorCodes) {
        const text = catalogues[language][`error.${code}`] ?? ''
        expect(text.length, code).toBeGreaterThan(10)
        expect(placeholders(text), code).toEqual([])
      }
  })

  test('no text stands for a code that is not in the list', () => {
    const known = new Set<string>(appErrorCodes)
    const worded = Object.keys(chinese).filter(key => key.startsWith('error.'))
    for (const key of worded) expect(known, key).toContain(key.replace(/^error\.|\.detailed$/g, ''))
  })

  test('the detailed text is taken only when all that it names is known', () => {
    expect(errorText('en', { code: 'file-truncated', details: { row: 8201 } })).toContain('at row 8,201;')
    expect(errorText('en', { code: 'file-truncated' })).toBe(english['error.file-truncated'])
    expect(errorText('en', { code: 'import-conflicts', details: { count: 1 } })).toMatch(/^1 value was/)
    expect(errorText('zh-CN', { code: 'import-conflicts', details: { count: 3 } })).toMatch(/^有 3 处/)
  })
})

describe('makeTranslate', () => {
  test('English tells one from many, Chinese does not', () => {
    const [zh, en] = languages.map(makeTranslate)
    expect([0, 1, 2].map(count => en?.('common.rows', { count }))).toEqual(['0 rows', '1 row', '2 rows'])
    expect([0, 1, 2].map(count => zh?.('common.rows', { count }))).toEqual(['0 行', '1 行', '2 行'])
  })

  test('numbers get thousands commas, strings stay as they are', () => {
    const values = { rows: 3214, created: 1982, updated: 486, unchanged: 711, rejected: '0035' }
    expect(makeTranslate('zh-CN')('common.equation', values)).toBe(
      '3,214 行 = 新增 1,982 + 更新 486 + 不变 711 + 退回 0035',
    )
  })

  test('a key made up of a prefix and a code is found, an unknown one comes back as it is', () => {
    expect(translateCode('en', 'gender.female')).toBe('Female')
    expect(translateCode('zh-CN', 'gender.unheard-of')).toBe('gender.unheard-of')
  })

  test('a value that looks like a placeholder is not filled again', () => {
    expect(fillPlaceholders('{a} {b}', { a: '{b}', b: 'x' })).toBe('{b} x')
  })

  test('a placeholder without a value stays visible', () => {
    expect(fillPlaceholders('{a} {b}', { a: 1 })).toBe('1 {b}')
  })
})

describe('formatNumber', () => {
  test('negative numbers have the true minus sign, and a rounded zero has none', () => {
    expect(formatNumber(-1234.5, 2)).toBe('\u22121,234.50')
    expect(formatNumber(-0.001, 2)).toBe('0.00')
    expect(formatNumber(3214)).toBe('3,214')
  })

  test('what cannot be computed is a dash', () => {
    expect(formatNumber(Number.NaN)).toBe('—')
    expect(formatPercent(1 / 0)).toBe('—')
  })

  test('a share becomes a percentage', () => {
    expect(formatPercent(0.243)).toBe('24%')
    expect(formatPercent(0.243, 1)).toBe('24.3%')
  })
})
