import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { KeptColumns } from '#main/analytics/kept-columns.service.ts'
import { summarizePreferences } from '#main/analytics/preference.service.ts'
import { RfmAnalyst } from '#main/analytics/rfm-analysis.service.ts'
import { raiseRevision } from '#main/changes/revision.service.ts'
import { createCustomer, deleteCustomers } from '#main/customers/customer.service.ts'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { PreferenceOwner } from '#shared/domain/preferences.ts'
import { act, draftOf, insertOrder } from '#test/helpers/builders.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'

const asOf = CalendarDate.parse('2026-11-22')
let archive: TestDatabase
let analyst: RfmAnalyst
let nightMother = 0
let once = 0
let others: number[] = []

type Line = {
  readonly product: number | null
  readonly net: number
  readonly quantity?: number
  readonly refunded?: number
  readonly brand?: string
}
type Order = {
  readonly customerId: number | null
  readonly at: string
  readonly lines: readonly Line[]
  readonly status?: 'paid' | 'unpaid'
}
function order({ customerId, at, lines, status = 'paid' }: Order): number {
  const net = lines.reduce((sum, line) => sum + line.net, 0)
  const orderId = insertOrder(archive.db, { customerId, orderedOn: at.slice(0, 10), netMinor: net, status })
  archive.db.prepare('UPDATE sales_order SET ordered_at_local = ? WHERE sales_order_id = ?').run(at, orderId)
  for (const [index, { product, net: minor, quantity = 1, refunded = 0, brand }] of lines.entries())
    archive.db
      .prepare(
        `INSERT INTO order_line (sales_order_id, line_number, product_id, title, quantity, net_minor, refunded_minor, details)
         VALUES (?, ?, ?, '样例', ?, ?, ?, ?)`,
      )
      .run(
        orderId,
        index + 1,
        product,
        quantity,
        minor,
        refunded,
        brand === undefined ? null : JSON.stringify({ trade: 'digital', values: { brand } }),
      )
  return orderId
}

beforeAll(() => {
  archive = openTestDatabase()
  for (const [name, category] of [
    ['纸尿裤大号', '纸尿裤'],
    ['纸尿裤中号', '纸尿裤'],
    ['奶瓶', '喂养'],
    ['样例耳机', null],
  ] as const)
    archive.db
      .prepare(
        "INSERT INTO product (platform, shop, product_key, name, category) VALUES ('taobao', '', ?, ?, ?)",
      )
      .run(name, name, category)
  const early = { ...act, now: '2025-01-01T00:00:00.000Z' }
  const ids = Array.from(
    { length: 12 },
    (_, n) => createCustomer(archive.db, draftOf({ name: `样例${n}` }), early).customerId,
  )
  ;[nightMother = 0, once = 0, ...others] = ids
  // Nine orders of nappies, seven of them between 21 and 23 o'clock.
  for (const [index, time] of [
    '21:05',
    '21:40',
    '22:10',
    '22:59',
    '21:00',
    '22:30',
    '21:15',
    '23:00',
    '09:30',
  ].entries())
    order({
      customerId: nightMother,
      at: `2026-0${index + 1}-15T${time}:00`,
      lines: [{ product: 1 + (index % 2), net: 2_000 + 100 * index, quantity: 2 }],
    })
  // Nobody's taste: unpaid, later, wholly given back.
  order({
    customerId: nightMother,
    at: '2026-05-05T03:00:00',
    lines: [{ product: 3, net: 1 }],
    status: 'unpaid',
  })
  order({ customerId: nightMother, at: '2026-11-23T03:00:00', lines: [{ product: 3, net: 1 }] })
  order({ customerId: once, at: '2026-03-03T12:00:00', lines: [{ product: 1, net: 900 }] })
  let seed = 31
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  for (let n = 0; n < 150; n++) {
    const day = `2026-${String(1 + random(11)).padStart(2, '0')}-${String(1 + random(28)).padStart(2, '0')}`
    order({
      customerId: others[random(12)] ?? null,
      at: random(4) === 0 ? day : `${day}T${String(random(24)).padStart(2, '0')}:15:00`,
      status: random(5) === 0 ? 'unpaid' : 'paid',
      lines: Array.from({ length: random(4) }, () => ({
        product: random(5) || null,
        net: random(3) === 0 ? 0 : 100 * random(50),
        refunded: random(4) === 0 ? 100 : 0,
        quantity: 1 + random(3),
        ...(random(2) === 0 ? { brand: ['示例牌', '样例牌'][random(2)] ?? '' } : {}),
      })),
    })
  }
  deleteCustomers(archive.db, others.slice(-1), act)
  raiseRevision(archive.db, 'orders')
  analyst = new RfmAnalyst(archive.readable)
})
afterAll(() => archive.close())

const preferencesOf = (of: PreferenceOwner, fromOn: string | null = null) =>
  summarizePreferences(archive.readable, new KeptColumns(archive.readable), analyst, {
    ...{ of, asOf, fromOn: fromOn === null ? null : CalendarDate.parse(fromOn) },
  })

describe('the preferences of a customer', () => {
  test('D11, feature 24: nine orders of nappies, seven of them between 21 and 23', () => {
    const { orderCount, categories, products, hours, prices, brands, months, isTooFew } = preferencesOf({
      kind: 'customer',
      customerId: nightMother,
    })
    expect(`${orderCount}, ${hours.best?.fromHour}-${hours.best?.toHour}: ${hours.best?.orderCount}`).toBe(
      '9, 21-23: 7',
    )
    expect([isTooFew, categories.rows]).toEqual([false, [{ name: '纸尿裤', orderCount: 9, share: 1 }]])
    expect(products.rows).toEqual([
      { name: '纸尿裤大号', orderCount: 5, share: 5 / 9 },
      { name: '纸尿裤中号', orderCount: 4, share: 4 / 9 },
    ])
    // Per piece 10.00 to 14.00 in steps of 0.50.
    expect(prices.band).toEqual({
      ...{ lowestMinor: 1000, lowerMinor: 1100, medianMinor: 1200, upperMinor: 1300, highestMinor: 1400 },
    })
    expect([brands.isTooFew, brands.orderCount, months]).toEqual([
      true,
      0,
      [1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0],
    ])
  })

  test('D11, feature 24: of one order nothing is said', () => {
    const { orderCount, isTooFew, leastOrders, categories, products, prices, hours } = preferencesOf({
      kind: 'customer',
      customerId: once,
    })
    expect([orderCount, isTooFew, leastOrders]).toEqual([1, true, 5])
    expect([categories.rows, products.rows, prices.band, hours.best]).toEqual([[], [], null, null])
    expect(hours.byHour[12]).toBe(1)
  })

  test('D11: who never bought has no order, and days before the first are left out', () => {
    expect(preferencesOf({ kind: 'customer', customerId: 999_999 }).orderCount).toBe(0)
    expect(preferencesOf({ kind: 'customer', customerId: nightMother }, '2026-09-01').orderCount).toBe(1)
  })

  test('D11: what was given back later was bought on an earlier day', () => {
    const orderId = order({
      customerId: once,
      at: '2026-10-01T08:00:00',
      lines: [{ product: 3, net: 0, refunded: 800 }],
    })
    archive.db.prepare('UPDATE sales_order SET is_counted = 0 WHERE sales_order_id = ?').run(orderId)
    archive.db
      .prepare(
        "INSERT INTO refund (sales_order_id, order_line_id, refunded_on, is_date_known, refunded_minor) VALUES (?, NULL, '2026-10-20', 1, 800)",
      )
      .run(orderId)
    const on = (text: string) =>
      summarizePreferences(archive.readable, new KeptColumns(archive.readable), analyst, {
        ...{ of: { kind: 'customer', customerId: once }, fromOn: null, asOf: CalendarDate.parse(text) },
      })
    expect([on('2026-10-19').categories.orderCount, on('2026-10-20').categories.orderCount]).toEqual([2, 1])
    expect([on('2026-10-19').orderCount, on('2026-10-20').orderCount]).toEqual([2, 1])
  })
})

describe('the preferences of all and of a segment', () => {
  const from = `FROM sales_order LEFT JOIN customer USING (customer_id)
    WHERE customer.deleted_at IS NULL AND status = 'paid' AND is_counted = 1 AND ordered_on <= '2026-11-22'`
  const count = (sql: string) => archive.readable.prepareRead<{ n: number }>(sql).get()?.n ?? 0

  test('D11: are what SQL counts over all orders', () => {
    const all = preferencesOf({ kind: 'all' })
    const bought = `sales_order_id IN (SELECT sales_order_id FROM order_line JOIN product USING (product_id)
      WHERE (net_minor > 0 OR refunded_minor = 0)`
    expect(all.orderCount).toBe(count(`SELECT count(*) AS n ${from}`))
    expect(all.customerCount).toBe(count(`SELECT count(DISTINCT customer_id) AS n ${from}`))
    expect(all.products.orderCount).toBe(count(`SELECT count(*) AS n ${from} AND ${bought})`))
    for (const { name, orderCount } of all.products.rows)
      expect(orderCount).toBe(count(`SELECT count(*) AS n ${from} AND ${bought} AND name = '${name}')`))
    for (const { name, orderCount } of all.categories.rows)
      expect(orderCount).toBe(count(`SELECT count(*) AS n ${from} AND ${bought} AND category = '${name}')`))
    expect(all.brands.rows.map(({ name }) => name).sort()).toEqual(['样例牌', '示例牌'])
    for (const { name, orderCount } of all.brands.rows)
      expect(orderCount).toBe(
        count(`SELECT count(*) AS n ${from} AND sales_order_id IN (SELECT sales_order_id FROM order_line
          WHERE (net_minor > 0 OR refunded_minor = 0) AND details LIKE '%${name}%')`),
      )
    expect(all.hours.orderCount).toBe(count(`SELECT count(*) AS n ${from} AND ordered_at_local LIKE '%T%'`))
    expect(all.hours.byHour[21]).toBe(count(`SELECT count(*) AS n ${from} AND ordered_at_local LIKE '%T21%'`))
    expect(all.weekdays[6]).toBe(count(`SELECT count(*) AS n ${from} AND strftime('%w', ordered_on) = '0'`))
    expect(all.prices.lineCount).toBe(
      count(`SELECT count(*) AS n FROM order_line WHERE net_minor > 0
        AND sales_order_id IN (SELECT sales_order_id ${from})`),
    )
  })

  test('D11: the segments together have all orders of customers; an unknown one is refused', () => {
    const codes = analyst
      .analyse({ asOf, period: { kind: 'all' }, ruleSetCode: 'ten-segments' })
      .summary.segments.map(({ code }) => code)
    const parts = codes.map(code => preferencesOf({ kind: 'segment', code }))
    expect(parts.reduce((sum, { orderCount }) => sum + orderCount, 0)).toBe(
      count(`SELECT count(*) AS n ${from} AND customer_id IS NOT NULL`),
    )
    expect(() => preferencesOf({ kind: 'segment', code: 'nobody' })).toThrow('not-found')
  })
})
