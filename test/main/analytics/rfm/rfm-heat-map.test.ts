import { describe, expect, it } from 'vitest'
import { findInHeatMap } from '#main/analytics/rfm/heat-map-finding.ts'
import { computeCutPoints } from '#main/analytics/rfm/rfm-cut-points.ts'
import { type HeatMapCell, heatMap } from '#main/analytics/rfm/rfm-heat-map.ts'
import { scoreCustomers } from '#main/analytics/rfm/rfm-scores.ts'
import { shopAsOf, shopOfTwelve } from '#test/main/analytics/sample-shop.ts'

const shopCells = heatMap(
  scoreCustomers(shopOfTwelve, shopAsOf, computeCutPoints(shopOfTwelve, shopAsOf, 100)),
  shopOfTwelve,
)

describe('the heat map', () => {
  it('counts the shop of twelve as worked by hand', () => {
    const filled = shopCells.filter(cell => cell.customerCount > 0)
    expect(filled.map(cell => [cell.r, cell.f, cell.customerCount, cell.spendMinor])).toEqual([
      [5, 1, 1, 8000],
      [5, 5, 2, 140_000],
      [4, 1, 1, 1000],
      [4, 3, 1, 20_000],
      [3, 1, 1, 6000],
      [3, 4, 1, 15_000],
      [2, 1, 1, 10_000],
      [2, 3, 1, 2000],
      [1, 1, 2, 8000],
    ])
  })

  it('has 25 cells from R 5 down and F 1 up, which add up to those with a purchase', () => {
    expect(shopCells).toHaveLength(25)
    expect(shopCells.slice(0, 6).map(cell => `${cell.r}${cell.f}`)).toEqual([
      '51',
      '52',
      '53',
      '54',
      '55',
      '41',
    ])
    expect(shopCells.reduce((sum, cell) => sum + cell.customerCount, 0)).toBe(11)
    expect(shopCells.reduce((sum, cell) => sum + cell.spendMinor, 0)).toBe(210_000)
  })

  it('of no customers is 25 times nothing', () => {
    const nobody = { r: new Uint8Array(), f: new Uint8Array(), m: new Uint8Array() }
    const cells = heatMap(nobody, { ...shopOfTwelve, spendMinor: new Float64Array() })
    expect(cells.filter(cell => cell.customerCount === 0 && cell.spendMinor === 0)).toHaveLength(25)
  })
})

describe('the finding of the heat map', () => {
  const cellsWith = (filled: Record<string, [number, number]>): HeatMapCell[] =>
    shopCells.map(({ r, f }) => {
      const [customerCount, spendMinor] = filled[`${r}${f}`] ?? [0, 0]
      return { r, f, customerCount, spendMinor }
    })

  it('names the best corner where it brings far more than its share', () => {
    // of eleven buyers two have R and F of 4 or 5; they brought 1,400 of 2,100 yuan
    expect(findInHeatMap(shopCells)).toEqual({
      code: 'heat-map-best-corner',
      values: { customerCount: 2, customerRate: 2 / 11, spendRate: 2 / 3 },
    })
  })

  it('else names a cell with a fifth of the customers', () => {
    expect(findInHeatMap(cellsWith({ '11': [30, 100], '21': [20, 100], '55': [50, 100] }))).toEqual({
      code: 'heat-map-largest-cell',
      values: { r: 5, f: 5, customerCount: 50, customerRate: 0.5 },
    })
  })

  it('is no clear difference where customers lie evenly', () => {
    const even = Object.fromEntries(
      shopCells.map(cell => [`${cell.r}${cell.f}`, [4, 100] as [number, number]]),
    )
    expect(findInHeatMap(cellsWith(even)).code).toBe('no-clear-difference')
  })

  it('asks for ten customers', () => {
    const few = findInHeatMap(cellsWith({ '55': [9, 100] }))
    expect(few).toEqual({ code: 'too-few-customers', values: { count: 9, minimum: 10 } })
  })
})
