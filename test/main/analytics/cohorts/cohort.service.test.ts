import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { summarizeCohorts } from '#main/analytics/cohort.service.ts'
import { KeptColumns } from '#main/analytics/kept-columns.service.ts'
import { raiseRevision } from '#main/changes/revision.service.ts'
import { createCustomer, deleteCustomers } from '#main/customers/customer.service.ts'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import { act, draftOf, insertOrder } from '#test/helpers/builders.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'

const asOf = CalendarDate.parse('2026-11-22')
let archive: TestDatabase
let kept: KeptColumns

beforeAll(() => {
  archive = openTestDatabase()
  let seed = 11
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  const early = { ...act, now: '2024-01-01T00:00:00.000Z' }
  const ids: number[] = []
  for (let n = 0; n < 400; n++) {
    const { customerId } = createCustomer(archive.db, draftOf({ name: `样例${n}` }), early)
    ids.push(customerId)
    for (let order = random(6); order > 0; order--) {
      const month = random(36)
      const orderedOn = `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-${String(1 + random(28)).padStart(2, '0')}`
      const status = (['completed', 'paid', 'unpaid'] as const)[random(3)] ?? 'paid'
      insertOrder(archive.db, { customerId, orderedOn, netMinor: random(3) * 1000, status })
    }
  }
  insertOrder(archive.db, { customerId: null, orderedOn: '2023-10-01', netMinor: 5_000 })
  insertOrder(archive.db, {
    customerId: ids[9] ?? 0,
    orderedOn: '2023-01-01',
    netMinor: -1,
    isCancellation: true,
  })
  archive.db
    .prepare(
      `INSERT INTO opening_balance (customer_id, platform, shop, order_count, spend_minor, return_count, first_on, last_on, covers_until_on)
       VALUES (?, '', '', 4, 9000, 0, '2020-01-01', '2023-05-05', '2023-12-31')`,
    )
    .run(ids[5] ?? 0)
  deleteCustomers(archive.db, ids.slice(0, 3), act)
  raiseRevision(archive.db, 'orders')
  kept = new KeptColumns(archive.readable)
})
afterAll(() => archive.close())

const buyingDays = `buying_day AS (
  SELECT DISTINCT customer_id AS id, ordered_on AS day, substr(ordered_on, 1, 7) AS month
  FROM sales_order JOIN customer USING (customer_id)
  WHERE customer.deleted_at IS NULL AND status IN ('paid', 'shipped', 'completed') AND is_counted = 1
    AND ordered_on <= '2026-11-22' AND customer_id NOT IN (SELECT customer_id FROM opening_balance)
), first_day AS (SELECT id, min(day) AS first, min(month) AS cohort FROM buying_day GROUP BY id)`
const rows = <Row>(sql: string) => archive.readable.prepareRead<Row>(`WITH ${buyingDays} ${sql}`).all()

describe('who stays, of an archive', () => {
  test('D17: every cell of every cohort is what SQL counts, and so are new and returning customers', () => {
    const { cohorts, byMonth, earlierBuyers, balancesLeftOut, byMonthsLater } = summarizeCohorts(kept, {
      asOf,
      months: 30,
    })
    expect(cohorts.map(({ month }) => month)).toEqual(byMonth.map(({ month }) => month))
    expect([cohorts[0]?.month, cohorts.at(-1)?.month, balancesLeftOut]).toEqual(['2024-06', '2026-11', 1])
    const cells = rows<{ cohort: string; month: string; n: number }>(
      'SELECT cohort, month, count(DISTINCT id) AS n FROM buying_day JOIN first_day USING (id) GROUP BY cohort, month',
    )
    const cell = (cohort: string, month: string) =>
      cells.find(one => one.cohort === cohort && one.month === month)?.n ?? 0
    for (const [place, { month, active }] of cohorts.entries())
      expect(active).toEqual(cohorts.slice(place).map(later => cell(month, later.month)))
    const sum = (wanted: (one: (typeof cells)[number]) => boolean) =>
      cells.reduce((total, one) => total + (wanted(one) ? one.n : 0), 0)
    for (const { month, newCustomers, returningCustomers } of byMonth)
      expect([newCustomers, returningCustomers]).toEqual([
        cell(month, month),
        sum(one => one.month === month && one.cohort < month),
      ])
    expect(earlierBuyers).toBe(sum(one => one.cohort < '2024-06' && one.cohort === one.month))
    expect(byMonthsLater[1]?.customers).toBe(
      sum(one => one.cohort === one.month && one.cohort >= '2024-06' && one.cohort < '2026-11'),
    )
  })

  test('D17: the repurchase rate, its spans and the quartiles of the time between are those of SQL', () => {
    const { repurchase, between, isLastMonthWhole } = summarizeCohorts(kept, { asOf, months: 12 })
    const gaps = rows<{ gap: number; n: number }>(
      `SELECT julianday(day) - julianday(lag(day) OVER (PARTITION BY id ORDER BY day)) AS gap,
         row_number() OVER (PARTITION BY id ORDER BY day) AS n FROM buying_day ORDER BY gap`,
    )
    const sorted = gaps.flatMap(({ gap, n }) => (n > 1 ? [gap] : []))
    expect(between.count).toBe(sorted.length)
    const at = (share: number) => {
      const place = share * (sorted.length - 1)
      const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0]
      return low + (place % 1) * (high - low)
    }
    expect(between.quartiles).toEqual({ lowerDays: at(0.25), medianDays: at(0.5), upperDays: at(0.75) })
    const second = `SELECT first_day.id, first, (SELECT min(day) FROM buying_day WHERE id = first_day.id AND day > first) AS next
      FROM first_day`
    const count = (condition: string, older = '1') =>
      rows<{ n: number }>(`SELECT count(*) AS n FROM (${second}) WHERE ${condition} AND ${older}`)[0]?.n ?? 0
    expect([repurchase.buyers, repurchase.again]).toEqual([count('1'), count('next IS NOT NULL')])
    expect(repurchase.share).toBeCloseTo(count('next IS NOT NULL') / count('1'), 12)
    for (const { days, buyers, again } of repurchase.within) {
      const older = `julianday('2026-11-22') - julianday(first) >= ${days}`
      expect([buyers, again]).toEqual([
        count('1', older),
        count(`julianday(next) - julianday(first) <= ${days}`, older),
      ])
    }
    expect(isLastMonthWhole).toBe(false)
  })

  test('D17: of fewer than ten nothing is said; before the first order there is nobody', () => {
    const { cohorts } = summarizeCohorts(kept, { asOf, months: 120 })
    for (const { active, shares } of cohorts)
      expect(shares).toEqual(active.map(count => ((active[0] ?? 0) < 10 ? null : count / (active[0] ?? 0))))
    expect(new Set(cohorts.map(({ shares }) => shares[0]))).toEqual(new Set([1, null]))
    const before = summarizeCohorts(kept, { asOf: CalendarDate.parse('2023-12-31'), months: 12 })
    expect([before.cohorts, before.repurchase.share, before.between]).toEqual([
      [],
      null,
      { count: 0, quartiles: null },
    ])
    expect(before.isLastMonthWhole).toBe(true)
  })
})
