import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rankCustomers } from '#main/analytics/abc.service.ts'
import { analyseBaskets, findProducts } from '#main/analytics/basket.service.ts'
import { summarizeCohorts } from '#main/analytics/cohort.service.ts'
import { composeCustomers } from '#main/analytics/composition.service.ts'
import { KeptColumns } from '#main/analytics/kept-columns.service.ts'
import { ValueAnalyst } from '#main/analytics/lifetime-value.service.ts'
import { getMarkMembers, listMarkMembers } from '#main/analytics/mark-members.service.ts'
import { summarizePreferences } from '#main/analytics/preference.service.ts'
import { RfmAnalyst } from '#main/analytics/rfm-analysis.service.ts'
import { summarizeSensitivity } from '#main/analytics/sensitivity.service.ts'
import { raiseRevision } from '#main/changes/revision.service.ts'
import { createCustomer, deleteCustomers } from '#main/customers/customer.service.ts'
import { abcClasses, usualAbcLimits } from '#shared/domain/abc.ts'
import { addDays, CalendarDate } from '#shared/domain/calendar-date.ts'
import type { AnalysisMark, MarkMemberSort } from '#shared/domain/mark-members.ts'
import { act, draftOf, insertOrder } from '#test/helpers/builders.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'

const asOf = CalendarDate.parse('2026-11-22')
const fromOn = CalendarDate.parse('2026-03-01')
const bySpend: MarkMemberSort = { column: 'spendMinor', isDescending: true }
let archive: TestDatabase
let kept: KeptColumns
let analyst: RfmAnalyst

/** 80 customers, 6 products, orders with hours until after the asked day; some wholly given back later; some customers deleted. */
beforeAll(() => {
  archive = openTestDatabase()
  const { db } = archive
  let seed = 29
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  for (let product = 0; product < 6; product++)
    db.prepare("INSERT INTO product (platform, shop, product_key, name) VALUES ('taobao', '', ?, ?)").run(
      `k${product}`,
      product === 5 ? '样品100%棉' : `样品${product}`,
    )
  const early = { ...act, now: '2024-01-01T00:00:00.000Z' }
  const ids = Array.from(
    { length: 80 },
    (_, n) => createCustomer(db, draftOf({ name: `样例${n}` }), early).customerId,
  )
  for (let n = 0; n < 500; n++) {
    const orderedOn = addDays(asOf, 20 - random(500))
    const isGivenBack = random(9) === 0
    const count = 1 + random(3)
    const netMinor = count * (100 + random(9_000))
    const orderId = insertOrder(db, {
      ...{ customerId: random(15) === 0 ? null : (ids[random(70)] ?? null), orderedOn },
      ...{ netMinor: isGivenBack ? 0 : netMinor, refundedMinor: isGivenBack ? netMinor : 0 },
      status: random(8) === 0 ? 'unpaid' : 'completed',
      isCounted: !isGivenBack,
    })
    db.prepare('UPDATE sales_order SET ordered_at_local = ? WHERE sales_order_id = ?').run(
      `${orderedOn} ${String(random(24)).padStart(2, '0')}:30:00`,
      orderId,
    )
    for (let line = 0; line < count; line++)
      db.prepare(
        `INSERT INTO order_line (sales_order_id, line_number, product_id, title, quantity, net_minor, refunded_minor)
         VALUES (?, ?, ?, '样例', 1, ?, ?)`,
      ).run(orderId, line + 1, 1 + random(6), isGivenBack ? 0 : 100, isGivenBack ? 100 : 0)
    if (isGivenBack)
      db.prepare(
        'INSERT INTO refund (sales_order_id, refunded_on, is_date_known, refunded_minor) VALUES (?, ?, 1, ?)',
      ).run(orderId, addDays(orderedOn, random(200)), netMinor)
  }
  deleteCustomers(db, ids.slice(0, 3), act)
  db.prepare("UPDATE customer SET contact_refused_on = '2026-01-01' WHERE customer_id % 7 = 0").run()
  raiseRevision(db, 'orders')
  kept = new KeptColumns(archive.readable)
  analyst = new RfmAnalyst(archive.readable, kept)
})
afterAll(() => archive.close())

const openMark = (mark: AnalysisMark, sort = bySpend) => {
  const sources = { db: archive.readable, kept, analyst, values: new ValueAnalyst(archive.readable, kept) }
  const { result, indexes } = listMarkMembers(sources, mark, sort)
  return getMarkMembers(archive.readable, result, indexes)
}
const idsOf = (mark: AnalysisMark) =>
  openMark(mark)
    .map(({ customerId }) => customerId)
    .toSorted((a, b) => a - b)

/** Orders of known customers that counted on the asked day, by SQL. */
const countedSql = `SELECT sales_order.*, customer.customer_id AS buyer FROM sales_order
  JOIN customer ON customer.customer_id = sales_order.customer_id AND customer.deleted_at IS NULL
  WHERE status = 'completed' AND ordered_on BETWEEN ? AND '${asOf}' AND (sales_order.net_minor > 0 OR EXISTS
    (SELECT 1 FROM refund WHERE refund.sales_order_id = sales_order.sales_order_id AND refunded_on > '${asOf}'))`
const select = (sql: string, since = '0001-01-01') =>
  archive.readable
    .prepareRead<{ id: number }>(sql)
    .all(since)
    .map(({ id }) => id)

describe('the customers behind a mark are as many as the mark says', () => {
  test('each class of an ABC analysis, and the largest customers', () => {
    const period = { fromOn, asOf }
    const ranked = rankCustomers(archive.readable, kept, {
      ...{ ...period, limits: usualAbcLimits, firstRows: 100 },
    })
    for (const name of abcClasses) {
      const members = openMark({ kind: 'abc-class', ...period, limits: usualAbcLimits, class: name })
      const summary = ranked.classes.find(one => one.class === name)
      expect(members).toHaveLength(summary?.count ?? -1)
      expect(members.reduce((sum, { spendMinor }) => sum + spendMinor, 0)).toBe(summary?.netMinor)
    }
    const largest = openMark({ kind: 'largest', ...period, count: 12 })
    expect(largest.map(({ customerId }) => customerId)).toEqual(
      ranked.rows.slice(0, 12).map(({ customerId }) => customerId),
    )
  })

  test('each cell of the cohorts, and who bought a second time or not', () => {
    const { cohorts, repurchase } = summarizeCohorts(kept, { asOf, months: 12 })
    expect(cohorts.length).toBe(12)
    for (const { month, active } of cohorts)
      for (const [monthsLater, count] of active.entries())
        expect(idsOf({ kind: 'cohort', asOf, month, monthsLater })).toHaveLength(count)
    for (const { days, buyers, again } of [{ days: null, ...repurchase }, ...repurchase.within]) {
      const asked = { kind: 'again', asOf, withinDays: days } as const
      expect(idsOf({ ...asked, isAgain: true })).toHaveLength(again)
      expect(idsOf({ ...asked, isAgain: false })).toHaveLength(buyers - again)
    }
  })

  test('each rule of baskets by customer', () => {
    const { rules } = analyseBaskets(archive.readable, kept, {
      ...{ fromOn, asOf, by: 'customer', minimumCount: 2, minimumSupport: 0 },
      ...{ minimumConfidence: 0, minimumLift: 0, mostItems: 3 },
    })
    expect(rules.length).toBeGreaterThan(20)
    for (const { left, right, count, leftCount } of rules.slice(0, 40)) {
      const leftIds = left.map(({ productId }) => productId)
      const asked = { kind: 'bought', fromOn, asOf, isInOneOrder: false } as const
      const both = idsOf({ ...asked, products: [...leftIds, right.productId], notProducts: [] })
      const leftOnly = idsOf({ ...asked, products: leftIds, notProducts: [right.productId] })
      expect([both.length, leftOnly.length]).toEqual([count, leftCount - count])
    }
  })
})

test('as many as the mark says: groups by discount, rows of the composition, segments and months of scores', () => {
  const period = { fromOn, asOf }
  const { bands } = summarizeSensitivity(archive.readable, kept, period)
  expect(bands.reduce((sum, { customers }) => sum + customers, 0)).toBeGreaterThan(40)
  for (const { band, customers } of bands)
    expect(idsOf({ kind: 'discount', ...period, band })).toHaveLength(customers)
  const request = { ...period, ruleSetCode: 'ten-segments', ages: [18, 40] }
  const { tables } = composeCustomers(archive.readable, kept, request)
  for (const { part, rows } of tables)
    for (const { key, customers } of rows)
      expect(idsOf({ kind: 'composition', ...request, part, key })).toHaveLength(customers.now)
  expect(idsOf({ kind: 'composition', ...request, part: 'source', key: '没有的来源' })).toEqual([])
  const analysis = { asOf, period: { kind: 'all' }, ruleSetCode: 'ten-segments' } as const
  const { summary } = analyst.analyse(analysis)
  const selected = { kind: 'selected', asOf, analysis } as const
  for (const { code, customerCount } of summary.segments)
    expect(idsOf({ ...selected, selector: { kind: 'segment', code } })).toHaveLength(customerCount)
  for (const { month, newCustomers } of summary.months)
    expect(
      idsOf({ ...selected, selector: { kind: 'month', month: month as never, group: 'new' } }),
    ).toHaveLength(newCustomers)
})

test('as many as the mark says: buyers by their chance to be customers still, with what is expected of each', () => {
  const request = { asOf, horizonMonths: 6, yearlyDiscount: 0.1 }
  const values = new ValueAnalyst(archive.readable, kept)
  const { analysis } = values.reckon(request)
  // 80 customers are too few: nothing is reckoned, and nobody stands behind a mark.
  expect([analysis.refusal, analysis.chances]).toEqual(['too-few-customers', []])
  expect(idsOf({ kind: 'value', ...request, fromChance: null })).toEqual([])
})

describe('the customers behind a mark are those that SQL finds', () => {
  test('first bought in one month and again in another', () => {
    const sql = `WITH counted AS (${countedSql}), first AS (SELECT buyer, min(ordered_on) AS on_day FROM counted GROUP BY buyer)
      SELECT DISTINCT buyer AS id FROM counted JOIN first USING (buyer)
      WHERE on_day LIKE '2026-02%' AND ordered_on LIKE '2026-05%' ORDER BY id`
    const found = idsOf({ kind: 'cohort', asOf, month: '2026-02' as never, monthsLater: 3 })
    expect(found).toEqual(select(sql))
    expect(found.length).toBeGreaterThan(0)
  })

  test('bought two products and not a third, in any orders or in one', () => {
    const bought = (product: number, same = '') =>
      `EXISTS (SELECT 1 FROM counted AS other JOIN order_line ON order_line.sales_order_id = other.sales_order_id
        WHERE other.buyer = counted.buyer ${same} AND product_id = ${product})`
    const one = 'AND other.sales_order_id = counted.sales_order_id'
    const sqlOf = (same: string) => `WITH counted AS (${countedSql}) SELECT DISTINCT buyer AS id FROM counted
      WHERE ${bought(1, same)} AND ${bought(2, same)} AND NOT ${bought(3)} ORDER BY id`
    const asked = { kind: 'bought', fromOn, asOf, products: [1, 2], notProducts: [3] } as const
    const [apart, together] = [false, true].map(isInOneOrder =>
      idsOf({ ...asked, products: [1, 2], notProducts: [3], isInOneOrder }),
    )
    expect(apart).toEqual(select(sqlOf(''), fromOn))
    expect(together).toEqual(select(sqlOf(one), fromOn))
    expect(together?.length).toBeGreaterThan(0)
    expect(apart?.length).toBeGreaterThan(together?.length ?? 0)
  })

  test('ordered on a day of the week at an hour, or in a month of the year, in a segment or not', () => {
    const when = { kind: 'ordered-at', fromOn, asOf, weekday: null, month: null, hour: null } as const
    const monday = `SELECT DISTINCT buyer AS id FROM (${countedSql})
      WHERE strftime('%w', ordered_on) = '1' AND substr(ordered_at_local, 12, 2) = '21' ORDER BY id`
    const ofAll = { of: { kind: 'all' } } as const
    expect(idsOf({ ...when, ...ofAll, weekday: 1, hour: 21 })).toEqual(select(monday, fromOn))
    const may = `SELECT DISTINCT buyer AS id FROM (${countedSql}) WHERE ordered_on LIKE '____-05-__' ORDER BY id`
    expect(idsOf({ ...when, ...ofAll, month: 5 })).toEqual(select(may, fromOn))
    const of = { kind: 'segment', code: 'champions' } as const
    const preferences = summarizePreferences(archive.readable, kept, analyst, { of, fromOn, asOf })
    const champions = idsOf({ ...when, of })
    expect(champions).toHaveLength(preferences.customerCount)
    expect(champions.length).toBeGreaterThan(0)
  })
})

test('members come in the wanted order, with their orders and net sales of the period and their last day', () => {
  const mark = { kind: 'largest', fromOn: null, asOf, count: 30 } as const
  const members = openMark(mark, { column: 'lastOn', isDescending: false })
  const days = members.map(({ lastOn }) => lastOn ?? '')
  expect(days).toEqual(days.toSorted())
  const first = members[0]
  const [facts] = archive.readable
    .prepareRead<{ orders: number; last: string }>(
      `SELECT count(*) AS orders, max(ordered_on) AS last FROM (${countedSql}) WHERE buyer = ${first?.customerId}`,
    )
    .all('0001-01-01')
  expect([first?.orderCount, first?.lastOn]).toEqual([facts?.orders, facts?.last])
})

test('nobody stands behind a mark of a day before the first order', () => {
  const early = CalendarDate.parse('2020-01-01')
  const mark = { fromOn: null, asOf: early }
  expect(idsOf({ kind: 'largest', ...mark, count: 5 })).toEqual([])
  expect(idsOf({ kind: 'cohort', asOf: early, month: '2019-12' as never, monthsLater: 0 })).toEqual([])
  const none = { kind: 'bought', ...mark, isInOneOrder: false } as const
  expect(idsOf({ ...none, products: [1], notProducts: [] })).toEqual([])
  expect(idsOf({ ...none, asOf, products: [99], notProducts: [] })).toEqual([])
})

test('products are found by a part of their name, signs of the search taken as they are', () => {
  expect(findProducts(archive.readable, '样品').map(({ name }) => name)).toEqual([
    ...[0, 1, 2, 3, 4].map(n => `样品${n}`),
    '样品100%棉',
  ])
  expect(findProducts(archive.readable, '0%').map(({ name }) => name)).toEqual(['样品100%棉'])
  expect(findProducts(archive.readable, '_')).toEqual([])
})
