import { describe, expect, it } from 'vitest'
import { CurrencyCode, minorPerMajor, minorUnitExponent } from '#shared/domain/currency.ts'

describe('currencies', () => {
  it('have the number of decimals of ISO 4217', () => {
    const expected = {
      CNY: 2,
      USD: 2,
      EUR: 2,
      TWD: 2,
      HUF: 2,
      JPY: 0,
      KRW: 0,
      VND: 0,
      UGX: 0,
      KWD: 3,
      BHD: 3,
      TND: 3,
    } as const
    for (const [code, exponent] of Object.entries(expected)) {
      expect(minorUnitExponent(CurrencyCode.parse(code)), code).toBe(exponent)
    }
    expect(minorPerMajor('CNY')).toBe(100)
    expect(minorPerMajor('JPY')).toBe(1)
    expect(minorPerMajor('KWD')).toBe(1000)
  })

  it('are codes of the standard in capitals, each once', () => {
    expect(CurrencyCode.safeParse('RMB').success).toBe(false)
    expect(CurrencyCode.safeParse('cny').success).toBe(false)
    expect(CurrencyCode.safeParse('XXX').success).toBe(false)
    expect(new Set(CurrencyCode.options).size).toBe(CurrencyCode.options.length)
  })

  it('are all known to the engine that formats them', () => {
    const known = new Set(Intl.supportedValuesOf('currency'))
    expect(CurrencyCode.options.filter(code => !known.has(code))).toEqual([])
  })
})
