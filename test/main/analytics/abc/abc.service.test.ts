import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rankCustomers, rankProducts } from '#main/analytics/abc.service.ts'
import { KeptColumns } from '#main/analytics/kept-columns.service.ts'
import { raiseRevision } from '#main/changes/revision.service.ts'
import { createCustomer, deleteCustomers } from '#main/customers/customer.service.ts'
import { usualAbcLimits } from '#shared/domain/abc.ts'
import { addDays, CalendarDate } from '#shared/domain/calendar-date.ts'
import { act, draftOf, insertOrder } from '#test/helpers/builders.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'

const asOf = CalendarDate.parse('2026-11-22')
const fromOn = CalendarDate.parse('2026-02-01')
const request = { fromOn: null, asOf, limits: usualAbcLimits, firstRows: 1000 }
let archive: TestDatabase
let kept: KeptColumns

/** 60 customers, 8 products, orders until after the asked day; some given back, before and after it; two opening balances. */
beforeAll(() => {
  archive = openTestDatabase()
  const { db } = archive
  let seed = 11
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  for (let product = 0; product < 8; product++)
    db.prepare(
      `INSERT INTO product (platform, shop, product_key, name) VALUES ('taobao', '', 'k${product}', '样品${product}')`,
    ).run()
  const early = { ...act, now: '2024-01-01T00:00:00.000Z' }
  const ids = Array.from({ length: 60 }, (_, n) =>
    createCustomer(db, draftOf({ name: `样例${n}` }), early),
  ).map(({ customerId }) => customerId)
  for (let n = 0; n < 400; n++) {
    const lines = Array.from({ length: random(4) }, () => 100 + random(20_000) * (random(9) === 0 ? -1 : 1))
    const paid = lines.length > 0 ? lines.reduce((sum, minor) => sum + minor, 0) : random(5_000)
    const isGivenBack = paid > 0 && lines.every(minor => minor > 0) && random(4) === 0
    const orderedOn = addDays(asOf, 30 - random(600))
    const orderId = insertOrder(db, {
      ...{ customerId: random(12) === 0 ? null : (ids[random(50)] ?? null), orderedOn },
      ...{ netMinor: isGivenBack ? 0 : paid, refundedMinor: isGivenBack ? paid : 0 },
      status: (['paid', 'completed', 'unpaid'] as const)[random(3)] ?? 'paid',
      isCounted: paid >= 0 && !isGivenBack,
    })
    for (const [index, minor] of lines.entries())
      db.prepare(
        `INSERT INTO order_line (sales_order_id, line_number, product_id, title, quantity, net_minor, refunded_minor)
         VALUES (?, ?, ?, '样例', 1, ?, ?)`,
      ).run(
        orderId,
        index + 1,
        random(9) === 0 ? null : 1 + random(8),
        isGivenBack ? 0 : minor,
        isGivenBack ? minor : 0,
      )
    if (isGivenBack)
      db.prepare(
        'INSERT INTO refund (sales_order_id, refunded_on, is_date_known, refunded_minor) VALUES (?, ?, 1, ?)',
      ).run(orderId, addDays(orderedOn, random(200)), paid)
  }
  const balance = db.prepare(
    `INSERT INTO opening_balance (customer_id, platform, shop, order_count, spend_minor, return_count, first_on, last_on, covers_until_on)
     VALUES (?, 'taobao', '', 3, 7_000_000, 0, ?, ?, '2026-06-30')`,
  )
  balance.run(ids[55] ?? 0, '2026-03-01', '2026-06-01')
  balance.run(ids[56] ?? 0, null, '2026-06-01')
  deleteCustomers(db, ids.slice(0, 3), act)
  raiseRevision(db, 'orders')
  kept = new KeptColumns(archive.readable)
})
afterAll(() => archive.close())

/** What each order had brought by the asked day, by SQL: what was given back later is added. */
const ordersSql = `SELECT sales_order_id, customer_id, net_minor + coalesce((SELECT sum(refunded_minor) FROM refund
    WHERE refund.sales_order_id = sales_order.sales_order_id AND refunded_on > '${asOf}'), 0) AS net
  FROM sales_order WHERE status IN ('paid', 'completed') AND ordered_on BETWEEN ? AND '${asOf}'
    AND (customer_id IS NULL OR customer_id NOT IN (SELECT customer_id FROM customer WHERE deleted_at IS NOT NULL))`
const sumsOf = (sql: string, since: string) =>
  new Map(
    archive.readable
      .prepareRead<{ id: number | null; net: number }>(sql)
      .all(since)
      .map(({ id, net }) => [id, net]),
  )
const customersSql = `SELECT customer_id AS id, sum(net) AS net FROM (${ordersSql}) GROUP BY customer_id`
// All that was given back was given back whole: a line has it all again, or nothing.
const productsSql = `SELECT product_id AS id, sum(CASE WHEN one.net > 0 AND order_line.net_minor = 0
    THEN order_line.refunded_minor ELSE order_line.net_minor END) AS net
  FROM (${ordersSql}) AS one JOIN order_line USING (sales_order_id) GROUP BY product_id`
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0)

describe('customers and products of an archive by their sales', () => {
  test.each([null, fromOn])(
    'D: every sum since %s is what SQL adds up, and the classes are all of it',
    since => {
      const first = since ?? '0001-01-01'
      const customers = rankCustomers(archive.readable, kept, { ...request, fromOn: since })
      const products = rankProducts(archive.readable, kept, { ...request, fromOn: since })
      const byCustomer = sumsOf(customersSql, first)
      const byProduct = sumsOf(productsSql, first)
      const { rows } = customers
      const bought = rows.filter(({ netMinor }) => netMinor !== 7_000_000)
      const known = new Set(bought.map(({ customerId }) => customerId))
      expect([...byCustomer].filter(([id, net]) => id !== null && net !== 0 && !known.has(id))).toEqual([])
      for (const { customerId, netMinor } of bought) expect(netMinor).toBe(byCustomer.get(customerId))
      expect(customers.unassignedMinor).toBe(byCustomer.get(null) ?? 0)
      expect(products.rows).toHaveLength(8)
      for (const { productId, netMinor } of products.rows) expect(netMinor).toBe(byProduct.get(productId))
      const allOrders = sum(byCustomer.values())
      expect(products.netMinor + products.unassignedMinor).toBe(allOrders)
      for (const { count, netMinor, classes, rows: places } of [customers, products]) {
        expect([count, netMinor]).toEqual([places.length, sum(places.map(place => place.netMinor))])
        for (const { class: name, ...sums } of classes) {
          const members = places.filter(place => place.class === name)
          expect([sums.count, sums.netMinor]).toEqual([members.length, sum(members.map(one => one.netMinor))])
        }
      }
    },
  )

  test('D: a balance counts for customers when its days lie within the period, for products never', () => {
    const of = (since: CalendarDate | null, day = asOf) => {
      const { balancesIncluded, balancesLeftOut, rows } = rankCustomers(archive.readable, kept, {
        ...{ ...request, fromOn: since, asOf: day },
      })
      return [balancesIncluded, balancesLeftOut, rows.filter(row => row.netMinor === 7_000_000).length]
    }
    expect(of(null)).toEqual([2, 0, 2])
    expect(of(fromOn)).toEqual([1, 1, 1])
    expect(of(null, CalendarDate.parse('2026-05-01'))).toEqual([0, 2, 0])
  })

  test('D: rows are as many as asked for, the largest first; before the first order there is nobody', () => {
    const { rows, count, curve } = rankCustomers(archive.readable, kept, { ...request, firstRows: 5 })
    expect(rows.map(row => row.rank)).toEqual([1, 1, 3, 4, 5])
    expect(rows.map(row => row.archiveNumber).every(Boolean)).toBe(true)
    expect(curve.at(-1)).toEqual({ count, share: 1 })
    for (const rank of [rankCustomers, rankProducts])
      expect(
        rank(archive.readable, kept, { ...request, asOf: CalendarDate.parse('2020-01-01') }),
      ).toMatchObject({ count: 0, netMinor: 0, unassignedMinor: 0, topFifth: null, curve: [], rows: [] })
  })
})
