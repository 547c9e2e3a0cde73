import { describe, expect, it } from 'vitest'
import { addOpeningBalances, type OpeningBalanceColumns } from '#main/analytics/rfm/opening-balances.ts'
import { hasPurchase, noOrderDay, type RfmInput } from '#main/analytics/rfm/rfm-columns.ts'
import { measureCustomers, purchasesAsOf } from '#main/analytics/rfm/rfm-metrics.ts'
import { dayOf, purchases } from '#test/main/analytics/sample-shop.ts'

const rowsOf = (input: RfmInput) =>
  Array.from(input.lastOrderDay, (day, index) => [
    day === noOrderDay ? null : day,
    input.orderCount[index],
    input.spendMinor[index],
  ])

/**
 * Five customers: 0 bought for 100.00, wholly refunded on 2026-01-15, and again for 50.00; 1 bought once, in 2026;
 * 2 bought in 2024 and returned goods of 10.00 at the end of 2025; 3 has nothing but a wholly refunded order;
 * 4 never bought. One sale has no customer.
 */
const today = purchases([
  [0, '2025-11-01', 0, 'not-counted'],
  [0, '2026-03-01', 5000],
  [1, '2026-02-02', 700],
  [2, '2024-01-10', 3000],
  [2, '2025-12-20', -1000, 'not-counted'],
  [3, '2025-10-01', 0, 'not-counted'],
  [-1, '2026-01-01', 9900],
])
const refunds = {
  purchaseIndex: Int32Array.of(0, 5),
  refundedOnDay: Int32Array.of(dayOf('2026-01-15'), dayOf('2025-10-05')),
  refundedMinor: Float64Array.of(10_000, 400),
}
const customerIds = [11, 12, 13, 14, 15]

describe('measures of customers', () => {
  it('net refunds and cancellations, and leave wholly refunded orders out of recency and order count', () => {
    const window = { asOfDay: dayOf('2026-06-30'), fromDay: null }
    expect(rowsOf(measureCustomers(today, customerIds, window))).toEqual([
      [dayOf('2026-03-01'), 1, 5000],
      [dayOf('2026-02-02'), 1, 700],
      [dayOf('2024-01-10'), 1, 2000],
      [null, 0, 0],
      [null, 0, 0],
    ])
  })

  it('move with the reference date, six months back as worked by hand', () => {
    const window = { asOfDay: dayOf('2025-12-31'), fromDay: null }
    const then = purchasesAsOf(today, refunds, window.asOfDay)
    expect(rowsOf(measureCustomers(then, customerIds, window))).toEqual([
      [dayOf('2025-11-01'), 1, 10_000],
      [null, 0, 0],
      [dayOf('2024-01-10'), 1, 2000],
      [null, 0, 0],
      [null, 0, 0],
    ])
  })

  it('count orders and spend of the period only, recency of all time', () => {
    const window = { asOfDay: dayOf('2026-06-30'), fromDay: dayOf('2025-07-01') }
    const input = measureCustomers(today, customerIds, window)
    expect(rowsOf(input)[2]).toEqual([dayOf('2024-01-10'), 0, -1000])
    expect(hasPurchase(input, 2)).toBe(true)
  })

  it('include the first and the last day of the period', () => {
    const twice = purchases([
      [0, '2026-01-01', 100],
      [0, '2026-01-31', 100],
      [0, '2025-12-31', 100],
      [0, '2026-02-01', 100],
    ])
    const window = { asOfDay: dayOf('2026-01-31'), fromDay: dayOf('2026-01-01') }
    expect(rowsOf(measureCustomers(twice, [1], window))).toEqual([[dayOf('2026-01-31'), 2, 200]])
  })

  it('of no customers and no purchases are empty', () => {
    const window = { asOfDay: 0, fromDay: null }
    expect(rowsOf(measureCustomers(purchases([]), [], window))).toEqual([])
    expect(rowsOf(measureCustomers(purchases([]), [1], window))).toEqual([[null, 0, 0]])
  })
})

describe('purchases on a past day', () => {
  it('keep a refund of before and give back one of later', () => {
    const then = purchasesAsOf(today, refunds, dayOf('2025-12-31'))
    expect([...then.netMinor]).toEqual([10_000, 5000, 700, 3000, -1000, 0, 9900])
    expect([...then.isCounted]).toEqual([1, 1, 1, 1, 0, 0, 1])
  })

  it('count a partly refunded order at the money kept until that day', () => {
    const order = purchases([[0, '2026-01-01', 300]])
    const parts = {
      purchaseIndex: Int32Array.of(0, 0),
      refundedOnDay: Int32Array.of(dayOf('2026-02-01'), dayOf('2026-03-01')),
      refundedMinor: Float64Array.of(200, 500),
    }
    const netOn = (day: string) => purchasesAsOf(order, parts, dayOf(day)).netMinor[0]
    expect([netOn('2026-01-31'), netOn('2026-02-01'), netOn('2026-03-01')]).toEqual([1000, 800, 300])
  })

  it('do not touch the columns of today', () => {
    const before = today.netMinor.slice()
    purchasesAsOf(today, refunds, dayOf('2025-12-31'))
    expect(today.netMinor).toEqual(before)
    expect(purchasesAsOf(today, refunds, dayOf('2026-06-30'))).toBe(today)
  })
})

describe('opening balances', () => {
  const day = (text: string | null) => (text === null ? noOrderDay : dayOf(text))
  function balances(
    rows: readonly [number, number, number, string | null, string | null, string][],
  ): OpeningBalanceColumns {
    return {
      customerIndex: Int32Array.from(rows, row => row[0]),
      orderCount: Int32Array.from(rows, row => row[1]),
      spendMinor: Float64Array.from(rows, row => row[2]),
      firstOnDay: Int32Array.from(rows, row => day(row[3])),
      lastOnDay: Int32Array.from(rows, row => day(row[4])),
      coversUntilDay: Int32Array.from(rows, row => day(row[5])),
    }
  }
  const shop = balances([
    [0, 10, 80_000, '2023-05-01', '2025-06-01', '2025-12-31'],
    [1, 4, 20_000, '2026-01-10', '2026-02-20', '2026-02-28'],
    [3, 2, 6000, null, '2025-08-01', '2025-12-31'],
    [4, 7, 9000, null, null, '2025-12-31'],
    [4, 1, 500, '2026-01-02', '2026-01-03', '2026-01-31'],
  ])
  const add = (asOf: string, from: string | null) => {
    const window = { asOfDay: dayOf(asOf), fromDay: from === null ? null : dayOf(from) }
    const { input, uses } = addOpeningBalances(measureCustomers(today, customerIds, window), shop, window)
    return { rows: rowsOf(input), uses }
  }

  it('count whole for all time, summed with the orders', () => {
    const { rows, uses } = add('2026-06-30', null)
    expect(rows).toEqual([
      [dayOf('2026-03-01'), 11, 85_000],
      [dayOf('2026-02-20'), 5, 20_700],
      [dayOf('2024-01-10'), 1, 2000],
      [dayOf('2025-08-01'), 2, 6000],
      [dayOf('2026-01-03'), 8, 9500],
    ])
    expect(uses).toEqual(['included', 'included', 'included', 'included', 'included'])
  })

  it('count in recency only where the period cuts them or they name no first day', () => {
    const { rows, uses } = add('2026-06-30', '2026-01-01')
    expect(uses).toEqual(['not-split', 'included', 'not-split', 'not-split', 'included'])
    expect(rows[0]).toEqual([dayOf('2026-03-01'), 1, 5000])
    expect(rows[1]).toEqual([dayOf('2026-02-20'), 5, 20_700])
    expect(rows[3]).toEqual([dayOf('2025-08-01'), 0, 0])
    expect(rows[4]).toEqual([dayOf('2026-01-03'), 1, 500])
  })

  it('are left out where they tell of days after the reference date', () => {
    const { rows, uses } = add('2025-12-30', null)
    expect(uses).toEqual(['included', 'left-out', 'included', 'left-out', 'left-out'])
    expect(rows[0]).toEqual([dayOf('2025-06-01'), 10, 80_000])
    expect(rows[4]).toEqual([null, 0, 0])
  })

  it('make a buyer of a customer with known sums and no known day', () => {
    const window = { asOfDay: dayOf('2026-06-30'), fromDay: null }
    const onlySpend = balances([[4, 0, 9000, null, null, '2025-12-31']])
    const { input } = addOpeningBalances(measureCustomers(today, customerIds, window), onlySpend, window)
    expect(hasPurchase(input, 4)).toBe(true)
    expect(hasPurchase(input, 3)).toBe(false)
  })
})
