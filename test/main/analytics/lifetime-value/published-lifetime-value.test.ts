import { describe, expect, it } from 'vitest'
import {
  chanceAlive,
  expectedOfNewCustomer,
  expectedPurchases,
  fitBgNbd,
} from '#main/analytics/lifetime-value/bg-nbd.ts'
import { expectedSpend, fitGammaGamma } from '#main/analytics/lifetime-value/gamma-gamma.ts'
import { hasPublishedFile, readPublishedCsv } from '#test/main/analytics/published-data.ts'

const summary = 'analysis/cdnow_customers_summary.csv'
const withSpend = 'analysis/cdnow_customers_summary_with_transactions.csv'

/** Fader, Hardie and Lee (2005); weeks. */
const published = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }
/** The same with more digits: the figures of the spreadsheet have four, and the last one moves with the rounding of these. */
const unrounded = { r: 0.242_59, alpha: 4.413_53, a: 0.792_89, b: 2.425_75 }

const columnsOf = (file: string, names: readonly [string, string, string, string?]) => {
  const rows = readPublishedCsv(file)
  const column = (name: string | undefined) =>
    Float64Array.from(rows, row => Number(name === undefined ? 0 : row[name]))
  return {
    customerIndex: Int32Array.from(rows.keys()),
    repeats: Int32Array.from(column(names[0])),
    lastAge: column(names[1]),
    age: column(names[2]),
    meanSpend: column(names[3]),
  }
}

describe.skipIf(!hasPublishedFile(summary))('CDNOW, 2,357 customers (needs KEHU_TEST_DATA)', () => {
  const buyers = hasPublishedFile(summary) ? columnsOf(summary, ['frequency', 'recency', 'T']) : null
  const fit = buyers && fitBgNbd(buyers)

  it('G: the fit has the published parameters and likelihood', () => {
    expect(fit?.isConverged).toBe(true)
    expect(fit?.model.r).toBeCloseTo(0.24259, 4)
    expect(fit?.model.alpha).toBeCloseTo(4.41353, 3)
    expect(fit?.model.a).toBeCloseTo(0.79289, 4)
    expect(fit?.model.b).toBeCloseTo(2.42575, 3)
    expect(fit?.logLikelihood).toBeCloseTo(-9582.4256, 2)
  })

  it('G: days instead of weeks change alpha sevenfold and nothing else', () => {
    if (!buyers || !fit) throw new Error('no data')
    const inDays = fitBgNbd({
      ...buyers,
      lastAge: buyers.lastAge.map(weeks => weeks * 7),
      age: buyers.age.map(weeks => weeks * 7),
    }).model
    expect(inDays.alpha / fit.model.alpha).toBeCloseTo(7, 3)
    for (const name of ['r', 'a', 'b'] as const) expect(inDays[name]).toBeCloseTo(fit.model[name], 4)
  })

  it('G: the spend of those who bought again has the published parameters', () => {
    const spenders = columnsOf(withSpend, ['x', 't_x', 'T', 'zbar'])
    const { model, isConverged } = fitGammaGamma(spenders)
    expect(isConverged).toBe(true)
    expect(model.p).toBeCloseTo(6.25, 2)
    expect(model.q).toBeCloseTo(3.74, 2)
    expect(model.v).toBeCloseTo(15.44, 1)
    // Hardie's spreadsheet, within 0.1.
    const first = [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17]
    for (const [index, mean] of first.entries()) {
      const expected = expectedSpend(
        { p: 6.25, q: 3.74, v: 15.44 },
        spenders.repeats[index] ?? 0,
        spenders.meanSpend[index] ?? 0,
      )
      expect(Math.abs(expected - mean)).toBeLessThan(0.1)
    }
  })
})

describe("the formulas against Hardie's spreadsheet", () => {
  it('G: purchases expected of a new customer in 0.1429 to 78 weeks', () => {
    const expected: [number, number][] = [
      [0.1429, 0.0078],
      [1, 0.0532],
      [3, 0.1506],
      [31.8571, 1.0405],
      [32, 1.0437],
      [78, 1.8576],
    ]
    for (const [weeks, purchases] of expected)
      expect(Math.abs(expectedOfNewCustomer(unrounded, weeks) - purchases)).toBeLessThan(0.0004)
  })

  it('G: a customer with 2 repeats, the last after 30.43 of 38.86 weeks, buys 1.226 times in the next 39', () => {
    expect(expectedPurchases(published, { repeats: 2, lastAge: 30.43, age: 38.86 }, 39)).toBeCloseTo(1.226, 3)
  })

  it('G: nobody without a repeat purchase is given up; more silence means less hope', () => {
    expect(chanceAlive(published, { repeats: 0, lastAge: 0, age: 38 })).toBe(1)
    const aliveAt = (age: number) => chanceAlive(published, { repeats: 5, lastAge: 20, age })
    expect(aliveAt(20)).toBeGreaterThan(aliveAt(30))
    expect(aliveAt(30)).toBeGreaterThan(aliveAt(80))
    // By hand: a/(b+x-1) * ((alpha+T)/(alpha+t))^(r+x) with x 5, t 20, T 30.
    const odds = (0.793 / 6.426) * (34.414 / 24.414) ** 5.243
    expect(aliveAt(30)).toBeCloseTo(1 / (1 + odds), 12)
  })

  it('G: hundreds of purchases give a finite figure near their rate', () => {
    const often = expectedPurchases(
      { ...published, a: 0.01, b: 50 },
      { repeats: 400, lastAge: 100, age: 100 },
      10,
    )
    expect(often).toBeGreaterThan(35)
    expect(often).toBeLessThan(40)
  })
})
