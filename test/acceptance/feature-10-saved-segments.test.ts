import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createArchiveFolder } from '#main/archives/archive-folder.ts'
import type { WritableDb } from '#main/database/db.ts'
import { type Engine, openEngine } from '#main/engine/open-engine.ts'
import { refreshCustomerTotals } from '#main/orders/customer-total.service.ts'
import { spawnFileReaderWithFork } from '#main/threads/file-reader-client.ts'
import { addDays, CalendarDate } from '#shared/domain/calendar-date.ts'
import type { RuleLeaf, RuleNode } from '#shared/domain/segment-rule.ts'
import { isFullSize, sized } from '#test/helpers/acceptance-size.ts'
import { SeededRandom } from '#test/helpers/seeded-random.ts'
import { makeTestFolder } from '#test/helpers/test-database.ts'

const asOf = CalendarDate.parse('2026-11-22')
const tomorrow = addDays(asOf, 1)
const customerCount = sized(200_000)
const mostMs = 1000

/** The four conditions in the order in which they are added, each with the SQL of a plain WHERE on one day. */
const steps: readonly (readonly [RuleNode, (day: CalendarDate) => string])[] = [
  [
    { kind: 'condition', condition: { field: 'lastOn', test: 'not-last-days', days: 90 } },
    day => `NOT EXISTS (SELECT 1 FROM sales_order WHERE sales_order.customer_id = customer.customer_id
      AND ordered_on BETWEEN '${addDays(day, -90)}' AND '${day}')`,
  ],
  [
    { kind: 'condition', condition: { field: 'spendMinor', test: 'number-between', from: 50_000, to: null } },
    day => `(SELECT sum(net_minor) FROM sales_order WHERE sales_order.customer_id = customer.customer_id
      AND ordered_on <= '${day}') >= 50000`,
  ],
  [
    { kind: 'not', part: { kind: 'consent', isRefused: true } satisfies RuleLeaf },
    () => 'contact_refused_on IS NULL',
  ],
  [
    { kind: 'condition', condition: { field: 'region', test: 'any-of', values: ['浙江省/杭州市'] } },
    () =>
      `EXISTS (SELECT 1 FROM contact_point WHERE contact_point.customer_id = customer.customer_id AND city = '杭州市')`,
  ],
]

let folder: string
let engine: Engine
/** By plain SQL: how many after each step, today and tomorrow. */
const expected = new Map<string, number>()
let refusedOfThree = 0

function fill(db: WritableDb): void {
  const random = new SeededRandom(10)
  const customer =
    db.prepare(`INSERT INTO customer (customer_id, archive_number, kind, card_type, name, name_sort, contact_refused_on,
    created_at, updated_at) VALUES (?, ?, 'individual', 'active', ?, ?, ?, '2023-01-01T00:00:00.000Z', '2023-01-01T00:00:00.000Z')`)
  const address =
    db.prepare(`INSERT INTO contact_point (customer_id, kind, position, value, match_key, province, city)
    VALUES (?, 'address', 0, ?, ?, ?, ?)`)
  const order =
    db.prepare(`INSERT INTO sales_order (customer_id, platform, shop, order_key, ordered_on, ordered_at_local, status,
    is_cancellation, is_counted, paid_minor, refunded_minor, net_minor, created_at, updated_at)
    VALUES (?, '', '', ?, ?, ?, 'completed', 0, 1, ?, 0, ?, '', '')`)
  let orders = 0
  for (let id = 1; id <= customerCount; id++) {
    const name = `样例${id}`
    customer.run(id, `C${id}`, name, name, random.chance(10) ? '2026-01-01' : null)
    const [province, city] = random.pick([
      ['浙江省', '杭州市'],
      ['浙江省', '宁波市'],
      ['江苏省', '苏州市'],
    ] as const)
    address.run(id, `${province}${city}样例路 ${id} 号`, String(id), province, city)
    for (let left = random.below(5); left > 0; left--) {
      const on = addDays(asOf, -random.below(400))
      const minor = 100 * (1 + random.below(600))
      order.run(id, `n:${++orders}`, on, on, minor, minor)
    }
  }
  const ids = Array.from({ length: customerCount }, (_, at) => at + 1)
  refreshCustomerTotals(db, ids)
  const count = (where: string) =>
    db.prepareReadArrays<[number]>(`SELECT count(*) FROM customer WHERE ${where}`).get()?.[0] ?? 0
  for (const day of [asOf, tomorrow])
    for (let step = 1; step <= steps.length; step++)
      expected.set(
        `${day} ${step}`,
        count(
          steps
            .slice(0, step)
            .map(([, sql]) => sql(day))
            .join(' AND '),
        ),
      )
  const others = steps.filter((_, at) => at !== 2).map(([, sql]) => sql(asOf))
  refusedOfThree = count([...others, 'contact_refused_on IS NOT NULL'].join(' AND '))
}

beforeAll(async () => {
  folder = makeTestFolder()
  const archivePath = path.join(folder, 'A.kehu')
  createArchiveFolder(archivePath, db => db.transaction(() => fill(db)))
  engine = await openEngine({ archivePath, appVersion: '0.0.0', spawnFileReader: spawnFileReaderWithFork })
}, 120_000)
afterAll(async () => {
  await engine.close()
  fs.rmSync(folder, { recursive: true })
})

const ruleOf = (count: number): RuleNode => ({
  kind: 'all',
  parts: steps.slice(0, count).map(([node]) => node),
})
const whole = ruleOf(steps.length)

it('the count follows as each condition is added, and is what plain SQL counts', async () => {
  // The columns are read once for all analyses; it is the steps that have to be quick.
  await engine.call('segments.count', { rule: { kind: 'consent', isRefused: false }, asOf })
  for (let step = 1; step <= steps.length; step++) {
    const started = performance.now()
    const { count } = await engine.call('segments.count', { rule: ruleOf(step), asOf })
    if (isFullSize) expect(performance.now() - started).toBeLessThan(mostMs)
    expect(count).toBe(expected.get(`${asOf} ${step}`))
    expect(count).toBeGreaterThan(0)
  }
})

it('saved, it has moved with the data tomorrow; the sheet for calling holds exactly its customers, and nobody who refused', async () => {
  const { segmentId } = await engine.call('segments.add', {
    ...{ name: '杭州老客', rule: whole, frozen: null, customerIds: null },
  })
  const sizeOn = async (day: CalendarDate) =>
    (await engine.call('segments.measure', { asOf: day })).segments.find(size => size.segmentId === segmentId)
  expect((await sizeOn(asOf))?.count).toBe(expected.get(`${asOf} 4`))
  const next = await sizeOn(tomorrow)
  expect(next?.count).toBe(expected.get(`${tomorrow} 4`))
  expect(next?.count).not.toBe(expected.get(`${asOf} 4`))
  const analysis = { asOf, period: { kind: 'all' as const }, ruleSetCode: 'ten-segments' }
  const printed = async (id: number) => {
    const selector = { kind: 'saved' as const, segmentId: id, name: '杭州老客', words: '样例' }
    return engine.call('reports.getData', {
      ...{
        kind: 'segment',
        analysis,
        selector,
        sections: ['members'],
        isMasked: false,
        hasHoleMargin: false,
      },
    })
  }
  expect(await printed(segmentId)).toMatchObject({ memberCount: expected.get(`${asOf} 4`), refusedCount: 0 })
  // Without the condition on contact, who refused is in the segment, and still on no sheet for calling.
  const { segmentId: anyone } = await engine.call('segments.add', {
    name: '不管拒不拒绝',
    rule: { kind: 'all', parts: steps.filter((_, at) => at !== 2).map(([node]) => node) },
    ...{ frozen: null, customerIds: null },
  })
  expect(refusedOfThree).toBeGreaterThan(0)
  expect(await printed(anyone)).toMatchObject({
    ...{ memberCount: expected.get(`${asOf} 4`), refusedCount: refusedOfThree },
  })
  const list = await engine.call('customers.openList', {
    sort: { column: 'name', isDescending: false },
    where: {
      filter: {
        match: 'all',
        groups: [[{ field: 'segment', test: 'any-of', values: [`saved/${segmentId}`] }]],
      },
      asOf,
    },
  })
  expect(list.total).toBe(expected.get(`${asOf} 4`))
})
