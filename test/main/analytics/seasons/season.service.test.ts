import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { KeptColumns } from '#main/analytics/kept-columns.service.ts'
import { summarizeSeasons } from '#main/analytics/season.service.ts'
import { raiseRevision } from '#main/changes/revision.service.ts'
import { createCustomer, deleteCustomers } from '#main/customers/customer.service.ts'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import { act, draftOf, insertOrder } from '#test/helpers/builders.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'

const day = (text: string) => CalendarDate.parse(text)
let archive: TestDatabase
let kept: KeptColumns

beforeAll(() => {
  archive = openTestDatabase()
  let seed = 23
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  const early = { ...act, now: '2022-01-01T00:00:00.000Z' }
  const ids = Array.from(
    { length: 12 },
    (_, n) => createCustomer(archive.db, draftOf({ name: `样例${n}` }), early).customerId,
  )
  for (let order = 0; order < 600; order++) {
    const month = random(35)
    const orderedOn = `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-${String(1 + random(28)).padStart(2, '0')}`
    const orderId = insertOrder(archive.db, {
      customerId: ids[random(14)] ?? null,
      orderedOn,
      netMinor: random(9_000),
      status: (['completed', 'paid', 'unpaid', 'shipped'] as const)[random(4)] ?? 'paid',
    })
    if (order % 5 > 0)
      archive.db
        .prepare('UPDATE sales_order SET ordered_at_local = ? WHERE sales_order_id = ?')
        .run(`${orderedOn}T${String(random(24)).padStart(2, '0')}:30:00`, orderId)
  }
  insertOrder(archive.db, { customerId: null, orderedOn: '2025-02-02', netMinor: -800, isCancellation: true })
  // Wholly given back in September 2026: until then an order of 4 August, a Tuesday, of 1,500.
  const refunded = insertOrder(archive.db, {
    ...{
      customerId: ids[4] ?? 0,
      orderedOn: '2026-08-04',
      netMinor: 0,
      refundedMinor: 1_500,
      isCounted: false,
    },
  })
  archive.db
    .prepare(
      "INSERT INTO refund (sales_order_id, order_line_id, refunded_on, is_date_known, refunded_minor) VALUES (?, NULL, '2026-09-09', 1, 1500)",
    )
    .run(refunded)
  deleteCustomers(archive.db, ids.slice(0, 2), act)
  raiseRevision(archive.db, 'orders')
  kept = new KeptColumns(archive.readable)
})
afterAll(() => archive.close())

const from = `FROM sales_order LEFT JOIN customer USING (customer_id)
  WHERE customer.deleted_at IS NULL AND status IN ('paid', 'shipped', 'completed')`
const rows = <Row>(sql: string) => archive.readable.prepareRead<Row>(sql).all()

describe('the seasons of an archive', () => {
  test('D17: months of two whole years, weekdays and hours are what SQL counts', () => {
    const { months, wholeYears, weekdays, hours } = summarizeSeasons(kept, {
      asOf: day('2026-11-22'),
    })
    expect([wholeYears?.years, wholeYears?.firstOn, wholeYears?.lastOn]).toEqual([
      2,
      '2024-11-01',
      '2026-10-31',
    ])
    const byMonth = rows<{ place: number; n: number; revenue: number }>(
      `SELECT CAST(substr(ordered_on, 6, 2) AS INTEGER) AS place, sum(is_counted) AS n, sum(net_minor) AS revenue
       ${from} AND ordered_on BETWEEN '2024-11-01' AND '2026-10-31' GROUP BY 1 ORDER BY 1`,
    )
    expect(
      months.rows.map(({ month, orderCount, revenueMinor }) => [month, orderCount, revenueMinor]),
    ).toEqual(byMonth.map(({ place, n, revenue }) => [place, n, revenue]))
    const all = byMonth.reduce((sum, { n }) => sum + n, 0)
    expect(wholeYears?.orderCount).toBe(all)
    for (const [place, { orderIndex }] of months.rows.entries())
      expect(orderIndex).toBeCloseTo((12 * (byMonth[place]?.n ?? 0)) / all, 12)
    const byDay = rows<{ place: string; n: number; revenue: number }>(
      `SELECT strftime('%w', ordered_on) AS place, sum(is_counted) AS n, sum(net_minor) AS revenue
       ${from} AND ordered_on <= '2026-11-22' GROUP BY 1`,
    )
    for (const { weekday, orderCount, revenueMinor } of weekdays.rows) {
      const same = byDay.find(({ place }) => place === String(weekday % 7))
      expect([orderCount, revenueMinor]).toEqual([same?.n, same?.revenue])
    }
    const byHour = rows<{ hour: string; place: string; n: number }>(
      `SELECT substr(ordered_at_local, 12, 2) AS hour, strftime('%w', ordered_on) AS place, count(*) AS n
       ${from} AND is_counted = 1 AND ordered_on <= '2026-11-22' GROUP BY 1, 2`,
    )
    const count = (hour: string, place?: string) =>
      byHour.reduce((sum, one) => sum + (one.hour === hour && (one.place === place || !place) ? one.n : 0), 0)
    for (const { hour, orderCount, byWeekday } of hours.rows) {
      const text = String(hour).padStart(2, '0')
      expect([orderCount, ...byWeekday]).toEqual([
        count(text),
        ...['1', '2', '3', '4', '5', '6', '0'].map(place => count(text, place)),
      ])
    }
    expect(hours.ordersWithoutTime).toBe(count(''))
    expect(hours.ordersWithTime + hours.ordersWithoutTime).toBe(
      weekdays.rows.reduce((sum, { orderCount }) => sum + orderCount, 0),
    )
  })

  test('D17: what was given back later still counted on an earlier day, in every figure', () => {
    const before = summarizeSeasons(kept, { asOf: day('2026-09-08') })
    const after = summarizeSeasons(kept, { asOf: day('2026-09-09') })
    const others = rows<{ n: number }>(
      `SELECT count(*) AS n ${from} AND is_counted = 1 AND ordered_on = '2026-09-09'`,
    )[0]
    expect(before.days?.orderCount).toBe((after.days?.orderCount ?? 0) - (others?.n ?? 0) + 1)
    expect(before.hours.ordersWithTime + before.hours.ordersWithoutTime).toBe(before.days?.orderCount)
    expect(after.hours.ordersWithTime + after.hours.ordersWithoutTime).toBe(after.days?.orderCount)
  })

  test('D17: less than two whole years say nothing of months, few orders nothing at all', () => {
    const { months, wholeYears } = summarizeSeasons(kept, { asOf: day('2025-12-30') })
    expect([months.isTooFew, wholeYears?.years]).toEqual([true, 1])
    expect(
      months.rows.every(({ orderIndex, revenueIndex }) => orderIndex === null && revenueIndex === null),
    ).toBe(true)
    const early = summarizeSeasons(kept, { asOf: day('2024-01-31') })
    expect([early.wholeYears, early.weekdays.isTooFew, early.hours.isTooFew]).toEqual([null, true, true])
    const none = summarizeSeasons(kept, { asOf: day('2023-12-31') })
    expect([none.days, none.hours.ordersWithTime, none.weekdays.rows[0]?.orderIndex]).toEqual([null, 0, null])
  })
})
