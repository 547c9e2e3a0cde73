import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { KeptColumns } from '#main/analytics/kept-columns.service.ts'
import { analyseSensitivity } from '#main/analytics/sensitivity.service.ts'
import { createCustomer, deleteCustomers } from '#main/customers/customer.service.ts'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import { act, draftOf, insertOrder } from '#test/helpers/builders.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'

const day = (text: string) => CalendarDate.parse(text)
let archive: TestDatabase

beforeAll(() => {
  archive = openTestDatabase()
  for (const [name, category] of [
    ['纸尿裤', '护理'],
    ['奶瓶', '喂养'],
    ['湿巾', '护理'],
  ])
    archive.db
      .prepare(
        "INSERT INTO product (platform, shop, product_key, name, category) VALUES ('taobao', '', ?, ?, ?)",
      )
      .run(name ?? '', name ?? '', category ?? '')
  const ids = Array.from(
    { length: 9 },
    (_, n) => createCustomer(archive.db, draftOf({ name: `样例${n}` }), act).customerId,
  )
  let seed = 41
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  for (let n = 0; n < 160; n++) {
    const orderId = insertOrder(archive.db, {
      customerId: ids[random(10)] ?? null,
      orderedOn: `2026-${String(1 + random(12)).padStart(2, '0')}-${String(1 + random(28)).padStart(2, '0')}`,
      netMinor: 100,
      status: random(5) === 0 ? 'unpaid' : 'paid',
    })
    for (let line = random(4); line > 0; line--) {
      const quantity = 1 + random(3)
      const listed = random(2) === 0 ? 1_000 : null
      const paid = [1_000, 1_000, 985, 980, 700, 0][random(6)] ?? 0
      const refunded = random(6) === 0 ? paid * quantity : 0
      archive.db
        .prepare(
          `INSERT INTO order_line (sales_order_id, line_number, product_id, title, quantity, unit_price_micro, net_minor, refunded_minor)
           VALUES (?, ?, ?, '样例', ?, ?, ?, ?)`,
        )
        .run(
          orderId,
          line,
          random(4) || null,
          quantity,
          listed && listed * 10_000,
          paid * quantity - refunded,
          refunded,
        )
    }
  }
  deleteCustomers(archive.db, ids.slice(0, 1), act)
})
afterAll(() => archive.close())

/** All prices are 1,000 as listed or in the median, so that a line at a discount is one of at most 980 a piece. */
const lines = `SELECT sales_order.customer_id AS customer, sales_order_id AS sale, category,
    order_line.net_minor + order_line.refunded_minor AS paid,
    order_line.net_minor + order_line.refunded_minor <= 980 * quantity AS low
  FROM sales_order JOIN order_line USING (sales_order_id) LEFT JOIN customer USING (customer_id)
    LEFT JOIN product USING (product_id)
  WHERE customer.deleted_at IS NULL AND status = 'paid' AND ordered_on <= '2026-11-22'
    AND (order_line.net_minor > 0 OR order_line.refunded_minor = 0)
    AND order_line.net_minor + order_line.refunded_minor > 0 AND (product_id IS NOT NULL OR unit_price_micro IS NOT NULL)`
const sums = (by: string) =>
  archive.readable
    .prepareRead<{ owner: unknown; orders: number; lowOrders: number; paid: number; lowPaid: number }>(
      `SELECT ${by} AS owner, count(DISTINCT sale) AS orders, count(DISTINCT CASE WHEN low THEN sale END) AS lowOrders,
         sum(paid) AS paid, sum(CASE WHEN low THEN paid ELSE 0 END) AS lowPaid FROM (${lines}) GROUP BY 1 ORDER BY 1`,
    )
    .all()

describe('what an archive bought at a discount', () => {
  test('D13: of all, by category and by customer is what SQL adds up', () => {
    const { all, categories, customers, refusal } = analyseSensitivity(
      archive.readable,
      new KeptColumns(archive.readable),
      {
        ...{ fromOn: null, asOf: day('2026-11-22') },
      },
    )
    expect(refusal).toBeNull()
    const figures = (told: typeof all) => [
      told.orderCount,
      told.discountOrders,
      told.paidMinor,
      told.discountMinor,
    ]
    const expected = (by: string) =>
      sums(by).flatMap(({ owner, orders, lowOrders, paid, lowPaid }) =>
        owner === null ? [] : [[owner, orders, lowOrders, paid, lowPaid]],
      )
    expect([0, ...figures(all)]).toEqual(expected('0')[0])
    expect(customers.map(one => [one.customerId, ...figures(one)])).toEqual(expected('customer'))
    expect(new Set(categories.map(one => JSON.stringify([one.name, ...figures(one)])))).toEqual(
      new Set(expected('category').map(row => JSON.stringify(row))),
    )
    for (const { orderCount, spendShare, paidMinor, discountMinor, againstShop } of customers) {
      const share = discountMinor / paidMinor
      expect(spendShare).toBe(orderCount < 5 ? null : share)
      if (spendShare !== null)
        expect(againstShop).toBeCloseTo(share / (all.discountMinor / all.paidMinor), 12)
    }
  })

  test('D13: without a price to compare with nothing is known', () => {
    const {
      refusal,
      all,
      customers,
      lines: counted,
    } = analyseSensitivity(archive.readable, new KeptColumns(archive.readable), {
      ...{ fromOn: null, asOf: day('2025-12-31') },
    })
    expect([refusal, all.orderShare, customers, counted]).toEqual([
      'no-prices',
      null,
      [],
      { known: 0, unknown: 0 },
    ])
  })
})
