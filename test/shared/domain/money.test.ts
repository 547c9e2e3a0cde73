import { describe, expect, it } from 'vitest'
import type { CurrencyCode } from '#shared/domain/currency.ts'
import { formatMinor, moneyFromNumber, parseMoney, splitByLargestRemainder } from '#shared/domain/money.ts'
import { SeededRandom } from '#test/helpers/seeded-random.ts'

const read = (minor: number) => ({ kind: 'read', minor })
const refused = (reason: string) => ({ kind: 'unreadable', reason })

function expectReadings(currency: CurrencyCode, readings: Record<string, number | string>) {
  for (const [text, expected] of Object.entries(readings)) {
    expect(parseMoney(text, currency), JSON.stringify(text)).toEqual(
      typeof expected === 'number' ? read(expected) : refused(expected),
    )
  }
}

describe('money as text', () => {
  it('is read with and without decimals, separators and signs', () => {
    expectReadings('CNY', {
      '12': 1200,
      '12.3': 1230,
      '12.34': 1234,
      '0.05': 5,
      '.5': 50,
      '5.': 500,
      '007.10': 710,
      '0': 0,
      '+3': 300,
      '1,234.56': 123456,
      '1,234,567': 123456700,
      '1 234 567.8': 123456780,
      '1\u00a0234.50': 123450,
      '1\u202f234': 123400,
      '12.3400000': 1234,
      ' 12.00 ': 1200,
      '\u300012.00\t': 1200,
    })
  })

  it('may be typed with a Chinese input method', () => {
    expectReadings('CNY', {
      '１２．３４': 1234,
      '￥１，２３４.5': 123450,
      '（１２）': -1200,
      '－１２': -1200,
      '￥ 88': 8800,
      '１２．５元': 1250,
    })
  })

  it('may carry the marks of its currency, before, behind or both', () => {
    expectReadings('CNY', {
      '¥12': 1200,
      '12元': 1200,
      'CNY 12.50': 1250,
      '12 cny': 1200,
      RMB12: 1200,
      '人民币 12 元': 1200,
      '¥12元': 1200,
    })
    expectReadings('USD', { '$1,200.50': 120050, US$5: 500, 'USD 5': 500 })
    expectReadings('EUR', { '€5': 500, '5 €': 500 })
    expectReadings('JPY', { '¥1,200': 1200, '1200円': 1200 })
    expectReadings('TWD', { NT$30: 3000, '30元': 3000 })
  })

  it('of another currency is refused, not converted', () => {
    expectReadings('CNY', {
      $5: 'other-currency',
      '€5': 'other-currency',
      '5 USD': 'other-currency',
      HK$5: 'other-currency',
      '5円': 'other-currency',
    })
    expectReadings('USD', { '¥5': 'other-currency', '5元': 'other-currency', NT$5: 'other-currency' })
    expectReadings('JPY', { '¥5元': 'other-currency' })
  })

  it('is negative by a minus before or behind the mark, a true minus or parentheses', () => {
    expectReadings('CNY', {
      '-12.34': -1234,
      '−12.34': -1234,
      '–12': -1200,
      '- 12': -1200,
      '-¥12': -1200,
      '¥-12': -1200,
      '¥−12': -1200,
      '(12.00)': -1200,
      '(¥12.00)': -1200,
      '¥(12)': -1200,
      '-0.00': 0,
      '(0)': 0,
    })
  })

  it('is never guessed from something else', () => {
    expectReadings('CNY', {
      '': 'empty',
      '  ': 'empty',
      '\u3000': 'empty',
      '-': 'not-money',
      '.': 'not-money',
      '¥': 'not-money',
      免费: 'not-money',
      '12,50': 'not-money',
      '1,23,456': 'not-money',
      '1.234,56': 'not-money',
      '12 34': 'not-money',
      '1,234 567': 'not-money',
      '1.2.3': 'not-money',
      '1e5': 'not-money',
      '1.2万': 'not-money',
      '30%': 'not-money',
      '12-15': 'not-money',
      '--5': 'not-money',
      '(-5)': 'not-money',
      '(5': 'not-money',
      '5-': 'not-money',
      '2024-01-01': 'not-money',
      约12: 'not-money',
      '12/3': 'not-money',
      NaN: 'not-money',
      [`1${'0'.repeat(200)}`]: 'not-money',
    })
  })

  it('with more decimals than the currency has is refused, not rounded', () => {
    expectReadings('CNY', {
      '12.345': 'too-many-decimals',
      '0.001': 'too-many-decimals',
      '19.9999': 'too-many-decimals',
    })
    expectReadings('JPY', { '12.5': 'too-many-decimals', '12.00': 12 })
    expectReadings('KWD', { '12.345': 12345, '12.3455': 'too-many-decimals' })
  })

  it('loses decimals that are only the noise of a binary fraction', () => {
    expectReadings('CNY', {
      '12.340000000000001': 1234,
      '12.339999999999999': 1234,
      '37.019999999999996': 3702,
      '0.30000000000000004': 30,
      '1362537.6699999999': 136253767,
      '99.99999999999999': 10000,
      '434.99999999999994': 43500,
      '12.345000000000001': 'too-many-decimals',
      '1234567890123.4567': 'too-many-decimals',
    })
  })

  it('is exact up to the largest safe number of minor units', () => {
    expectReadings('CNY', {
      '90071992547409.91': Number.MAX_SAFE_INTEGER,
      '90071992547409.92': 'too-large',
      '99999999999999999999': 'too-large',
    })
  })
})

describe('money as a number cell', () => {
  it('is read exactly, with the noise of sums removed', () => {
    const values: [number, number][] = [
      [12, 1200],
      [19.99, 1999],
      [-19.99, -1999],
      [0, 0],
      [-0, 0],
      [0.1 + 0.2, 30],
      [1.1 * 3, 330],
      [4.35 * 100, 43500],
      [1362537.67, 136253767],
      [1234567890123.45, 123456789012345],
      [0.1 + 0.2 - 0.3, 0],
      [1e10, 1e12],
    ]
    for (const [value, minor] of values)
      expect(moneyFromNumber(value, 'CNY'), String(value)).toEqual(read(minor))
    expect(Object.is((moneyFromNumber(-0, 'CNY') as { minor: number }).minor, 0)).toBe(true)
    expect(moneyFromNumber(1200, 'JPY')).toEqual(read(1200))
    expect(moneyFromNumber(1.234, 'KWD')).toEqual(read(1234))
  })

  it('agrees with the sum worked in whole units for many small fractions', () => {
    let sum = 0
    let minor = 0
    for (let index = 1; index <= 5000; index++) {
      sum += (index % 97) / 100
      minor += index % 97
      expect(moneyFromNumber(sum, 'CNY')).toEqual(read(minor))
    }
  })

  it('is read as the number that the language writes for it', () => {
    const random = new SeededRandom(40)
    for (let index = 0; index < 5000; index++) {
      const value = (random.below(2 ** 31) * (random.below(2) * 2 - 1)) / 10 ** random.below(6)
      for (const currency of ['CNY', 'JPY', 'KWD'] as const)
        expect(moneyFromNumber(value, currency), String(value)).toEqual(parseMoney(String(value), currency))
    }
  })

  it('is refused where decimals are real, where it is too large and where it is no number', () => {
    expect(moneyFromNumber(1.005, 'CNY')).toEqual(refused('too-many-decimals'))
    expect(moneyFromNumber(0.00001, 'CNY')).toEqual(refused('too-many-decimals'))
    expect(moneyFromNumber(1e-7, 'CNY')).toEqual(refused('too-many-decimals'))
    expect(moneyFromNumber(1.5, 'JPY')).toEqual(refused('too-many-decimals'))
    expect(moneyFromNumber(1e15, 'CNY')).toEqual(refused('too-large'))
    expect(moneyFromNumber(1.5e300, 'CNY')).toEqual(refused('too-large'))
    expect(moneyFromNumber(Number.NaN, 'CNY')).toEqual(refused('not-money'))
    expect(moneyFromNumber(Number.POSITIVE_INFINITY, 'CNY')).toEqual(refused('not-money'))
  })
})

describe('money for machines', () => {
  it('has all decimals of its currency and nothing else', () => {
    expect(formatMinor(136253767, 'CNY')).toBe('1362537.67')
    expect(formatMinor(-5, 'CNY')).toBe('-0.05')
    expect(formatMinor(0, 'CNY')).toBe('0.00')
    expect(formatMinor(1200, 'JPY')).toBe('1200')
    expect(formatMinor(-1, 'KWD')).toBe('-0.001')
    expect(() => formatMinor(1.5, 'CNY')).toThrow(RangeError)
  })
})

describe('a split by largest remainder', () => {
  it('gives what a hand reckons', () => {
    expect(splitByLargestRemainder(100, [1, 1, 1])).toEqual([34, 33, 33])
    // shares 1.43, 2.86, 5.71: two units are left for the remainders .86 and .71
    expect(splitByLargestRemainder(10, [1, 2, 4])).toEqual([1, 3, 6])
    // quotas 4.7, 1.6, 1.58, 1.2, 0.61, 0.31: seven seats by whole quotas, three by the remainders .7, .61, .6
    expect(splitByLargestRemainder(10, [47_000, 16_000, 15_800, 12_000, 6_100, 3_100])).toEqual([
      5, 2, 1, 1, 1, 0,
    ])
    expect(splitByLargestRemainder(5, [0, 3, 0])).toEqual([0, 5, 0])
    expect(splitByLargestRemainder(0, [3, 7])).toEqual([0, 0])
  })

  it('of a negative total is the mirror image', () => {
    expect(splitByLargestRemainder(-10, [1, 2, 4])).toEqual([-1, -3, -6])
    expect(splitByLargestRemainder(-1, [1, 1])).toEqual([-1, 0])
  })

  it('gives a discount line a share of the opposite sign', () => {
    expect(splitByLargestRemainder(100, [120, -20])).toEqual([120, -20])
    // 12.5 and -2.5 round down to 12 and -3; the one unit left goes to the first of two equal remainders
    expect(splitByLargestRemainder(10, [-120, 24])).toEqual([13, -3])
  })

  it('without weights shares alike', () => {
    expect(splitByLargestRemainder(7, [0, 0])).toEqual([4, 3])
    expect(splitByLargestRemainder(7, [5, -5])).toEqual([4, 3])
    expect(splitByLargestRemainder(0, [])).toEqual([])
    expect(() => splitByLargestRemainder(1, [])).toThrow(RangeError)
  })

  it('always adds up and never strays a whole unit from the exact share', () => {
    let seed = 7
    const next = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed % below
    }
    for (let round = 0; round < 500; round++) {
      const weights = Array.from({ length: 1 + next(9) }, () => next(5000))
      const total = next(2_000_000) - 1_000_000
      const parts = splitByLargestRemainder(total, weights)
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total)
      const weightSum = weights.reduce((sum, weight) => sum + weight, 0)
      if (weightSum === 0) continue
      for (const [index, weight] of weights.entries()) {
        expect(Math.abs((parts[index] ?? 0) - (total * weight) / weightSum)).toBeLessThan(1)
      }
    }
  })

  it('is exact where products are larger than a double holds', () => {
    const total = 9_000_000_000_000_001
    expect(splitByLargestRemainder(total, [1_000_000_007, 1_000_000_007])).toEqual([
      4_500_000_000_000_001, 4_500_000_000_000_000,
    ])
  })

  it('refuses fractions', () => {
    expect(() => splitByLargestRemainder(1.5, [1])).toThrow(RangeError)
    expect(() => splitByLargestRemainder(1, [0.5, 0.5])).toThrow(RangeError)
  })
})
