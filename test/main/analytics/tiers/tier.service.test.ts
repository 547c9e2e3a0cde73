import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { KeptColumns } from '#main/analytics/kept-columns.service.ts'
import { listTiers } from '#main/analytics/tier.service.ts'
import { raiseRevision } from '#main/changes/revision.service.ts'
import { createCustomer, deleteCustomers } from '#main/customers/customer.service.ts'
import { addDays, CalendarDate } from '#shared/domain/calendar-date.ts'
import { type TierStandard, tierPresets } from '#shared/domain/tiers.ts'
import { act, draftOf, insertOrder } from '#test/helpers/builders.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'

const asOf = CalendarDate.parse('2026-06-30')
const fromOn = CalendarDate.parse('2025-07-01')
const categories = ['茶叶', '茶具', '点心', null] as const
let archive: TestDatabase
let kept: KeptColumns
const ids: number[] = []

/** Stores lines of these products, all given back where the order is; the day on which it was. */
function insertLines(orderId: number, products: readonly number[], isGivenBack: boolean, refundedOn: string) {
  const { db } = archive
  for (const [index, product] of products.entries())
    db.prepare(
      `INSERT INTO order_line (sales_order_id, line_number, product_id, title, quantity, net_minor, refunded_minor)
       VALUES (?, ?, ?, '样例', 1, ?, ?)`,
    ).run(orderId, index + 1, product, isGivenBack ? 0 : 1_000, isGivenBack ? 1_000 : 0)
  if (isGivenBack && products.length > 0)
    db.prepare(
      'INSERT INTO refund (sales_order_id, refunded_on, is_date_known, refunded_minor) VALUES (?, ?, 1, ?)',
    ).run(orderId, refundedOn, 1_000 * products.length)
}

beforeAll(() => {
  archive = openTestDatabase()
  const { db } = archive
  let seed = 13
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  for (const [n, category] of categories.entries())
    db.prepare(
      "INSERT INTO product (platform, shop, product_key, name, category) VALUES ('taobao', '', ?, '样品', ?)",
    ).run(`k${n}`, category)
  for (let n = 0; n < 70; n++) {
    const gender = (['female', 'male', null] as const)[random(3)] ?? null
    const birthOn = random(3) === 0 ? null : `${1950 + random(70)}-06-30`
    const { customerId } = createCustomer(db, draftOf({ name: `样例${n}`, gender, birthOn }), {
      ...{ ...act, now: '2024-01-01T00:00:00.000Z' },
    })
    ids.push(customerId)
    for (let order = random(9); order > 0; order--) {
      const products = Array.from({ length: 1 + random(3) }, () => 1 + random(4))
      const orderedOn = addDays(asOf, 20 - random(500))
      const isGivenBack = random(5) === 0
      const money = 1_000 * products.length
      const orderId = insertOrder(db, {
        ...{ customerId, orderedOn, netMinor: isGivenBack ? 0 : money, isCounted: !isGivenBack },
        refundedMinor: isGivenBack ? money : 0,
      })
      insertLines(orderId, products, isGivenBack, addDays(orderedOn, random(120)))
    }
  }
  insertOrder(db, { customerId: null, orderedOn: '2026-01-01', netMinor: 100 })
  deleteCustomers(db, ids.slice(0, 3), act)
  raiseRevision(db, 'orders')
  kept = new KeptColumns(archive.readable)
})
afterAll(() => archive.close())

const list = (standard: TierStandard, on = asOf) =>
  listTiers(archive.readable, kept, { asOf: on, fromOn, standard })

/** Orders of the period that counted on the asked day, by SQL: those given back later did. */
const countedSql = `SELECT sales_order_id, customer_id, iif(is_counted, net_minor, refunded_minor) AS net FROM sales_order AS o
  WHERE ordered_on BETWEEN '${fromOn}' AND '${asOf}' AND customer_id IS NOT NULL AND (is_counted = 1 OR EXISTS (
    SELECT 1 FROM refund WHERE refund.sales_order_id = o.sales_order_id AND refunded_on > '${asOf}'))`

describe('the four ready tier sets', () => {
  test.each(Object.values(tierPresets))(
    'D7: the tiers of $code are all customers and all their sales',
    standard => {
      const { tiers, members, customers } = list(standard)
      expect([customers, members.length]).toEqual([67, 67])
      for (const { tier, customers: count } of tiers)
        expect([tier, members.filter(member => member.tier === tier).length]).toEqual([tier, count])
      const sales = archive.readable
        .prepareRead<{ net: number }>(
          `SELECT sum(net) AS net FROM (${countedSql}) JOIN customer USING (customer_id) WHERE deleted_at IS NULL`,
        )
        .get()
      expect(tiers.reduce((sum, { netMinor }) => sum + netMinor, 0)).toBe(sales?.net)
    },
  )

  test('D7: purchasing power and frequency are what SQL divides and counts', () => {
    const sums = new Map(
      archive.readable
        .prepareRead<{ id: number; orders: number; net: number }>(
          `SELECT customer_id AS id, count(*) AS orders, sum(net) AS net FROM (${countedSql}) GROUP BY 1`,
        )
        .all()
        .map(row => [row.id, row]),
    )
    const power = list(tierPresets['purchasing-power'])
    for (const { customerId, tier, value } of power.members) {
      const sum = sums.get(customerId)
      expect(value).toBe(sum ? sum.net / sum.orders : null)
      const expected = !sum ? 'none' : sum.net / sum.orders >= (power.limits?.highFrom ?? 0) ? 'high' : null
      if (expected) expect(tier).toBe(expected)
      else expect(['middle', 'low']).toContain(tier)
    }
    for (const { customerId, tier } of list(tierPresets['purchase-frequency']).members) {
      const orders = sums.get(customerId)?.orders ?? 0
      expect(tier).toBe(orders === 0 ? 'none' : orders >= 6 ? 'high' : orders >= 2 ? 'middle' : 'low')
    }
  })

  test('D7: the preferred category is the one that SQL finds in the most orders', () => {
    const rows = archive.readable
      .prepareRead<{ id: number; category: string; orders: number }>(
        `SELECT customer_id AS id, category, count(DISTINCT sales_order_id) AS orders
         FROM (${countedSql}) JOIN order_line USING (sales_order_id) JOIN product USING (product_id)
         WHERE category IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 3 DESC`,
      )
      .all()
    const withCategory = new Map(
      archive.readable
        .prepareRead<{ id: number; orders: number }>(
          `SELECT customer_id AS id, count(DISTINCT sales_order_id) AS orders FROM (${countedSql})
           JOIN order_line USING (sales_order_id) JOIN product USING (product_id) WHERE category IS NOT NULL GROUP BY 1`,
        )
        .all()
        .map(({ id, orders }) => [id, orders]),
    )
    const { tiers, members } = list(tierPresets['preferred-category'])
    for (const { customerId, tier, ofOrders } of members) {
      const [best, next] = rows.filter(row => row.id === customerId)
      const orders = withCategory.get(customerId) ?? 0
      const expected =
        orders === 0
          ? 'none'
          : orders < 3
            ? 'too-few'
            : best?.orders === next?.orders
              ? 'mixed'
              : `category:${best?.category}`
      expect([tier, ofOrders]).toEqual([expected, orders])
    }
    expect(tiers.slice(-3).map(({ tier }) => tier)).toEqual(['mixed', 'too-few', 'none'])
  })

  test('D7: age and gender are those of the asked day, each with a row for what is not known', () => {
    const rows = new Map(
      archive.readable
        .prepareRead<{ tier: string; count: number }>(
          `SELECT coalesce(gender, 'unknown') || '/' || CASE WHEN birth_on IS NULL THEN 'unknown' WHEN year > 2008 THEN '0-17'
             WHEN year > 2001 THEN '18-24' WHEN year > 1991 THEN '25-34' WHEN year > 1981 THEN '35-44'
             WHEN year > 1971 THEN '45-54' WHEN year > 1961 THEN '55-64' ELSE '65+' END AS tier, count(*) AS count
           FROM (SELECT *, CAST(substr(birth_on, 1, 4) AS INTEGER) AS year FROM customer WHERE deleted_at IS NULL) GROUP BY 1`,
        )
        .all()
        .map(({ tier, count }) => [tier, count]),
    )
    const { tiers, isOfToday } = list(tierPresets['age-gender'])
    expect(
      tiers.filter(({ customers }) => customers > 0).map(({ tier, customers }) => [tier, customers]),
    ).toEqual(tiers.filter(({ tier }) => rows.has(tier)).map(({ tier }) => [tier, rows.get(tier)]))
    expect([tiers.length, isOfToday]).toEqual([3 * 8, true])
  })

  test('D7: before the archive knew anybody there are no customers, no limits and empty tiers', () => {
    for (const standard of Object.values(tierPresets))
      expect(list(standard, CalendarDate.parse('2020-01-01'))).toMatchObject({ customers: 0, members: [] })
    expect(list(tierPresets['purchasing-power'], CalendarDate.parse('2020-01-01')).limits).toBeNull()
  })
})
