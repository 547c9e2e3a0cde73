import { describe, expect, it } from 'vitest'
import { computeCreditRatios, FinancialStatement, type RatioReadings } from '#shared/domain/credit-ratios.ts'

/** A small wholesaler, in fen: 5,000 yuan of current assets and so on. */
const whole = {
  asOf: '2026-06-30',
  currentAssetsMinor: 500_000,
  quickAssetsMinor: 300_000,
  cashAssetsMinor: 120_000,
  currentLiabilitiesMinor: 250_000,
  totalLiabilitiesMinor: 400_000,
  totalAssetsMinor: 1_000_000,
  netAssetsMinor: 600_000,
}
const asStated: RatioReadings = { cash: 'as-stated', debt: 'as-stated' }
const ratiosOf = (statement: object, readings = asStated) =>
  Object.fromEntries(
    computeCreditRatios(FinancialStatement.parse(statement), readings).map(one => [
      one.ratio,
      one.kind === 'computed' ? one.value : `${one.reason} ${one.items.join()}`,
    ]),
  )

describe('the six ratios of a statement', () => {
  it('R1 to R3: are divided as the source states them', () => {
    expect(ratiosOf(whole)).toEqual({
      ...{ current: 2, quick: 1.2, cash: 0.24, realisation: 0.48, liabilityCover: 1.25, debt: 2 / 3 },
    })
    // Current assets 500 divided by current liabilities 250.
    expect(ratiosOf({ ...whole, currentAssetsMinor: 500, currentLiabilitiesMinor: 250 }).current).toBe(2)
  })

  it('R2, R3: by the textbook, cash is divided by current liabilities and debt by total assets', () => {
    const textbook = { cash: 'textbook', debt: 'textbook' } as const
    expect(ratiosOf(whole, textbook)).toEqual({
      ...{ current: 2, quick: 1.2, cash: 0.48, realisation: 0.48, liabilityCover: 1.25, debt: 0.4 },
    })
    expect(ratiosOf(whole, { cash: 'as-stated', debt: 'textbook' })).toMatchObject({ cash: 0.24, debt: 0.4 })
  })

  it('R2, R3: the result says which reading was used and what was divided by what', () => {
    const ratios = computeCreditRatios(FinancialStatement.parse(whole), {
      ...{ cash: 'textbook', debt: 'as-stated' },
    })
    expect(
      ratios.map(({ ratio, reading, numerator, denominator }) => [ratio, reading, numerator, denominator]),
    ).toEqual([
      ['current', 'as-stated', 'currentAssetsMinor', 'currentLiabilitiesMinor'],
      ['quick', 'as-stated', 'quickAssetsMinor', 'currentLiabilitiesMinor'],
      ['cash', 'textbook', 'cashAssetsMinor', 'currentLiabilitiesMinor'],
      ['realisation', 'as-stated', 'cashAssetsMinor', 'currentLiabilitiesMinor'],
      ['liabilityCover', 'as-stated', 'currentAssetsMinor', 'totalLiabilitiesMinor'],
      ['debt', 'as-stated', 'totalLiabilitiesMinor', 'netAssetsMinor'],
    ])
  })

  it('R6: what is missing is named, and never taken for 0', () => {
    const { quickAssetsMinor: _, currentLiabilitiesMinor: __, ...rest } = whole
    expect(ratiosOf(rest)).toEqual({
      current: 'missing currentLiabilitiesMinor',
      quick: 'missing quickAssetsMinor,currentLiabilitiesMinor',
      cash: 0.24,
      realisation: 'missing currentLiabilitiesMinor',
      liabilityCover: 1.25,
      debt: 2 / 3,
    })
    expect(
      Object.values(ratiosOf({ asOf: '2026-06-30' })).every(text => `${text}`.startsWith('missing')),
    ).toBe(true)
  })

  it('R6: nothing is divided by 0 or by less; 0 divided by something is 0', () => {
    expect(ratiosOf({ ...whole, currentLiabilitiesMinor: 0, netAssetsMinor: -5 })).toMatchObject({
      current: 'not-above-zero currentLiabilitiesMinor',
      realisation: 'not-above-zero currentLiabilitiesMinor',
      debt: 'not-above-zero netAssetsMinor',
    })
    expect(ratiosOf({ ...whole, cashAssetsMinor: 0 })).toMatchObject({ cash: 0, realisation: 0 })
  })

  it('R6: a statement holds whole minor units, none below 0 but net assets, and no entry of another name', () => {
    for (const wrong of [
      { currentAssetsMinor: 1.5 },
      { cashAssetsMinor: -1 },
      { cash: 5 },
      { asOf: '2026-02-30' },
    ])
      expect(FinancialStatement.safeParse({ ...whole, ...wrong }).success).toBe(false)
    expect(FinancialStatement.safeParse({ ...whole, netAssetsMinor: -1 }).success).toBe(true)
  })
})
