import { afterAll, beforeAll, expect, test } from 'vitest'
import { KeptColumns } from '#main/analytics/kept-columns.service.ts'
import { RfmAnalyst } from '#main/analytics/rfm-analysis.service.ts'
import { segmentMembersOf } from '#main/analytics/segment-members.service.ts'
import { raiseRevision } from '#main/changes/revision.service.ts'
import { createCustomer, deleteCustomers } from '#main/customers/customer.service.ts'
import { CustomerFilters } from '#main/customers/filter/customer-filters.ts'
import { refreshCustomerTotals } from '#main/orders/customer-total.service.ts'
import { SegmentFinder } from '#main/segments/segment-finder.service.ts'
import { addDays, CalendarDate } from '#shared/domain/calendar-date.ts'
import { partsOf, type RuleLeaf, type RuleNode } from '#shared/domain/segment-rule.ts'
import { act, draftOf, insertOrder } from '#test/helpers/builders.ts'
import { SeededRandom } from '#test/helpers/seeded-random.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'

/* Random rules over a random archive: what is found in memory is what plain SQL over the tables finds, condition by condition. */
const asOf = CalendarDate.parse('2026-11-22')
const random = new SeededRandom(20_261_123)
const day = (number: number) => addDays(asOf, -number)
const categories = ['纸尿裤', '喂养', '玩具'] as const

let archive: TestDatabase
let finder: SegmentFinder
beforeAll(() => {
  archive = openTestDatabase()
  const { db } = archive
  const product = db.prepare(
    "INSERT INTO product (platform, shop, product_key, name, category) VALUES ('', '', ?, ?, ?)",
  )
  for (let n = 0; n < 6; n++) product.run(`p${n}`, `样例货${n}`, categories[n % 4] ?? null)
  const line =
    db.prepare(`INSERT INTO order_line (sales_order_id, line_number, product_id, title, quantity, net_minor, refunded_minor)
    VALUES (?, ?, ?, '样例', 1, ?, ?)`)
  const at = db.prepare('UPDATE sales_order SET ordered_at_local = ? WHERE sales_order_id = ?')
  const ids: number[] = []
  for (let n = 0; n < 90; n++) {
    const made = { ...act, now: `${day(random.chance(5) ? -3 : random.below(700))}T02:00:00.000Z` }
    const facts = {
      ...{ name: `样例${n}`, tags: random.chance(30) ? ['常客'] : [] },
      contactRefusedOn: random.chance(20) ? day(random.below(40) - 10) : null,
    }
    const { customerId } = createCustomer(db, draftOf(facts), made)
    ids.push(customerId)
    for (let orders = random.below(random.chance(30) ? 25 : 4); orders > 0; orders--) {
      const lines = Array.from({ length: random.below(4) }, () => ({
        product: random.below(7) || null,
        net: random.chance(10) ? 0 : 100 * random.below(300),
      }))
      const netMinor = lines.reduce((sum, { net }) => sum + net, 0)
      const orderedOn = day(random.below(600) - 20)
      const status = random.pick(['paid', 'completed', 'closed'] as const)
      const isCancellation = random.chance(8)
      const orderId = insertOrder(db, {
        ...{ customerId, orderedOn, status, isCancellation },
        netMinor: isCancellation ? -netMinor : netMinor,
      })
      if (random.chance(80))
        at.run(`${orderedOn}T${String(random.below(24)).padStart(2, '0')}:10:00`, orderId)
      for (const [index, { product: productId, net }] of lines.entries())
        line.run(orderId, index + 1, productId, net, random.chance(10) ? 100 : 0)
    }
  }
  deleteCustomers(db, ids.slice(0, 4), act)
  refreshCustomerTotals(db, ids)
  raiseRevision(db, 'orders')
  const kept = new KeptColumns(archive.readable)
  const analyst = new RfmAnalyst(archive.readable, kept)
  const filters = new CustomerFilters(archive.readable, segmentMembersOf(analyst))
  finder = new SegmentFinder(archive.readable, kept, analyst, (condition, on) =>
    filters.findOne(condition, on),
  )
})
afterAll(() => archive.close())

const list = (sql: string, ...values: (string | number)[]) =>
  new Set(
    archive.readable
      .prepareReadArrays<[number]>(sql)
      .all(...values)
      .map(([id]) => id),
  )
const revenue = `status IN ('paid', 'shipped', 'completed') AND ordered_on <= '${asOf}'`
const counted = `${revenue} AND is_counted = 1`
const bought = 'order_line.net_minor > 0 OR order_line.refunded_minor = 0'
const everybody = () =>
  list(`SELECT customer_id FROM customer WHERE deleted_at IS NULL AND (date(created_at, '+8 hours') <= '${asOf}'
    OR EXISTS (SELECT 1 FROM sales_order WHERE sales_order.customer_id = customer.customer_id AND ${revenue}))`)

/** The conditions, each with the SQL that says the same. */
const conditions: readonly (() => readonly [RuleLeaf, Set<number>])[] = [
  () => {
    const days = random.below(200)
    return [
      { kind: 'condition', condition: { field: 'lastOn', test: 'not-last-days', days } },
      list(
        `SELECT customer_id FROM customer WHERE customer_id NOT IN (SELECT customer_id FROM sales_order
        WHERE ${counted} AND ordered_on >= ?)`,
        day(days),
      ),
    ]
  },
  () => {
    const from = 100 * random.below(2000)
    return [
      { kind: 'condition', condition: { field: 'spendMinor', test: 'number-between', from, to: null } },
      list(
        `SELECT customer_id FROM customer LEFT JOIN (SELECT customer_id, sum(net_minor) AS net FROM sales_order WHERE ${revenue}
        GROUP BY customer_id) USING (customer_id) WHERE coalesce(net, 0) >= ?`,
        from,
      ),
    ]
  },
  () => [
    { kind: 'condition', condition: { field: 'tag', test: 'filled' } },
    list('SELECT customer_id FROM customer_tag'),
  ],
  () => [
    { kind: 'consent', isRefused: true },
    list('SELECT customer_id FROM customer WHERE contact_refused_on <= ?', asOf),
  ],
  () => [
    { kind: 'consent', isRefused: false },
    list('SELECT customer_id FROM customer WHERE coalesce(contact_refused_on, ?) > ?', '9999', asOf),
  ],
  () => {
    const [atLeast, days] = [1 + random.below(3), random.below(400)]
    const productId = 1 + random.below(6)
    return [
      {
        ...{ kind: 'bought', what: { of: 'products', productIds: [productId] } },
        ...{ when: { kind: 'last-days', days }, measure: { kind: 'times', atLeast } },
      },
      list(
        `SELECT customer_id FROM sales_order WHERE ${counted} AND ordered_on >= ? AND EXISTS (SELECT 1 FROM order_line
        WHERE order_line.sales_order_id = sales_order.sales_order_id AND product_id = ? AND (${bought}))
        GROUP BY customer_id HAVING count(*) >= ?`,
        day(days),
        productId,
        atLeast,
      ),
    ]
  },
  () => {
    const [from, to] = [day(300 + random.below(100)), day(random.below(300))]
    const name = random.pick(categories)
    return [
      {
        ...{ kind: 'bought', what: { of: 'categories', names: [name] } },
        ...{ when: { kind: 'between', from, to }, measure: { kind: 'none' } },
      },
      list(
        `SELECT customer_id FROM customer WHERE customer_id NOT IN (SELECT customer_id FROM sales_order
        JOIN order_line USING (sales_order_id) JOIN product USING (product_id)
        WHERE ${counted} AND ordered_on BETWEEN ? AND ? AND category = ? AND (${bought}))`,
        from,
        to,
        name,
      ),
    ]
  },
  () => {
    const atLeastMinor = 100 * (1 + random.below(400))
    const name = random.pick(categories)
    return [
      {
        ...{ kind: 'bought', what: { of: 'categories', names: [name] } },
        ...{ when: { kind: 'any' }, measure: { kind: 'money', atLeastMinor } },
      },
      list(
        `SELECT customer_id FROM sales_order JOIN order_line USING (sales_order_id) JOIN product USING (product_id)
        WHERE ${counted} AND category = ? AND (${bought}) GROUP BY customer_id
        HAVING sum(order_line.net_minor + order_line.refunded_minor) >= ?`,
        name,
        atLeastMinor,
      ),
    ]
  },
  () => {
    const [days, atLeastMinor] = [random.below(500), 100 * (1 + random.below(1000))]
    return [
      {
        ...{ kind: 'bought', what: { of: 'anything' } },
        ...{ when: { kind: 'last-days', days }, measure: { kind: 'money', atLeastMinor } },
      },
      list(
        `SELECT customer_id FROM sales_order WHERE ${revenue} AND ordered_on >= ? GROUP BY customer_id
        HAVING sum(net_minor) >= ?`,
        day(days),
        atLeastMinor,
      ),
    ]
  },
  () => {
    const name = random.pick(categories)
    return [
      { kind: 'top-category', names: [name] },
      list(
        `WITH seen AS (SELECT DISTINCT customer_id, sales_order.sales_order_id AS id, category FROM sales_order
          JOIN order_line USING (sales_order_id) JOIN product USING (product_id)
          WHERE ${counted} AND category IS NOT NULL AND category <> '' AND (${bought})),
        counts AS (SELECT customer_id, category, count(*) AS n FROM seen GROUP BY 1, 2),
        orders AS (SELECT customer_id, count(DISTINCT id) AS n FROM seen GROUP BY 1)
        SELECT customer_id FROM counts WHERE category = ? AND n = (SELECT max(n) FROM counts AS other
          WHERE other.customer_id = counts.customer_id)
          AND (SELECT n FROM orders WHERE orders.customer_id = counts.customer_id) >= 5`,
        name,
      ),
    ]
  },
]

const randomLeaf = () => random.pick(conditions)()

/** A random rule, with whom it finds by the plain meaning of its words. */
function randomRule(levels: number): readonly [RuleNode, Set<number>] {
  if (levels === 1 || random.chance(30)) return randomLeaf()
  if (random.chance(25)) {
    const [part, found] = randomRule(levels - 1)
    return [{ kind: 'not', part }, new Set([...everybody()].filter(id => !found.has(id)))]
  }
  const parts = Array.from({ length: 1 + random.below(3) }, () => randomRule(levels - 1))
  const kind = random.pick(['all', 'any'] as const)
  const holds = (id: number) =>
    kind === 'all' ? parts.every(([, found]) => found.has(id)) : parts.some(([, found]) => found.has(id))
  return [{ kind, parts: parts.map(([part]) => part) }, new Set([...everybody()].filter(holds))]
}

const found = (rule: RuleNode) => [...finder.listFound({ rule, asOf })]
const expected = (ids: ReadonlySet<number>) =>
  [...everybody()].filter(id => ids.has(id)).toSorted((one, other) => one - other)

test('each condition finds whom plain SQL finds, and not always nobody', () => {
  for (const condition of conditions) {
    let most = 0
    for (let time = 0; time < 12; time++) {
      const [rule, ids] = condition()
      const whom = expected(ids)
      expect(found(rule), JSON.stringify(rule)).toEqual(whom)
      most = Math.max(most, whom.length)
    }
    expect(most).toBeGreaterThan(0)
  }
})

test('random rules up to six levels find whom their words mean; each count is that of the list', () => {
  for (let time = 0; time < 120; time++) {
    const [rule, ids] = randomRule(6)
    const whom = expected(ids)
    expect(found(rule), JSON.stringify(rule)).toEqual(whom)
    const count = finder.count({ rule, asOf })
    expect(count).toMatchObject({ count: whom.length, customerCount: everybody().size })
    const refused = list('SELECT customer_id FROM customer WHERE contact_refused_on <= ?', asOf)
    expect(count.refusedCount).toBe(whom.filter(id => refused.has(id)).length)
    expect(count.parts).toHaveLength(partsOf(rule).length)
    partsOf(rule).forEach((part, at) => {
      expect(count.parts[at]?.count).toBe(found(part).length)
    })
  }
})

test('the usual hours lie within those asked for, also over midnight; the same of an earlier day leaves out what came later', () => {
  const hours = (fromHour: number, toHour: number) => found({ kind: 'usual-hour', fromHour, toHour })
  const whole = hours(0, 24)
  const timed = list(`SELECT customer_id FROM sales_order WHERE ${counted} AND length(ordered_at_local) >= 13
    GROUP BY customer_id HAVING count(*) >= 5`)
  expect(whole).toEqual(expected(timed))
  expect(whole.length).toBeGreaterThan(0)
  // Every pair of hours begins at one of the 24: they share out whom all day finds.
  const pairs = Array.from({ length: 24 }, (_, hour) => hours(hour, (hour + 2) % 24))
  expect(pairs.flat().toSorted((one, other) => one - other)).toEqual(whole)
  const before = CalendarDate.parse('2026-01-01')
  const rule: RuleNode = {
    kind: 'condition',
    condition: { field: 'orderCount', test: 'number-between', from: 3, to: null },
  }
  const then = list(
    `SELECT customer_id FROM sales_order WHERE ${counted} AND ordered_on <= ? GROUP BY customer_id
    HAVING count(*) >= 3`,
    before,
  )
  expect([...finder.listFound({ rule, asOf: before })]).toEqual(expected(then))
})

test('where the model has too little to go by the condition says so and no figure is given; members are refused', () => {
  const alive: RuleNode = {
    ...{ kind: 'expected', figure: 'chance-alive' },
    ...{ horizonMonths: 12, from: 0.5, to: null },
  }
  const count = finder.count({
    rule: { kind: 'any', parts: [alive, { kind: 'consent', isRefused: false }] },
    asOf,
  })
  expect(count).toMatchObject({ count: null, refusedCount: null })
  expect(count.parts[1]).toMatchObject({ count: null, refusal: 'too-few-customers' })
  expect(count.parts[1]?.without).toBe(count.parts[2]?.count)
  expect(() => found(alive)).toThrow(expect.objectContaining({ code: 'segment-unsaid' }))
})

test('a condition on a field that is gone says so', () => {
  const rule: RuleNode = { kind: 'condition', condition: { field: 'field:99999', test: 'filled' } }
  expect(finder.count({ rule, asOf }).parts).toMatchObject([{ count: null, refusal: 'condition-gone' }])
})
