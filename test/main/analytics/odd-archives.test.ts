import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { rankCustomers, rankProducts } from '#main/analytics/abc.service.ts'
import { analyseBaskets } from '#main/analytics/basket.service.ts'
import { summarizeCohorts } from '#main/analytics/cohort.service.ts'
import { composeCustomers } from '#main/analytics/composition.service.ts'
import { ContributionAnalyst } from '#main/analytics/contribution.service.ts'
import { KeptColumns } from '#main/analytics/kept-columns.service.ts'
import { reckonValue } from '#main/analytics/lifetime-value.service.ts'
import { summarizePreferences } from '#main/analytics/preference.service.ts'
import { RfmAnalyst } from '#main/analytics/rfm-analysis.service.ts'
import { summarizeSeasons } from '#main/analytics/season.service.ts'
import { analyseSensitivity } from '#main/analytics/sensitivity.service.ts'
import { listTiers } from '#main/analytics/tier.service.ts'
import { raiseRevision } from '#main/changes/revision.service.ts'
import { createCustomer } from '#main/customers/customer.service.ts'
import { usualAbcLimits } from '#shared/domain/abc.ts'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import { contributionPresets } from '#shared/domain/contribution.ts'
import { tierPresets } from '#shared/domain/tiers.ts'
import { act, draftOf, insertOrder } from '#test/helpers/builders.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'

const asOf = CalendarDate.parse('2026-11-22')
const early = { ...act, now: '2024-01-01T00:00:00.000Z' }

let archive: TestDatabase
let customers: number[]
beforeEach(() => {
  archive = openTestDatabase()
  customers = [0, 1, 2].map(n => addCustomer(n))
})
afterEach(() => archive.close())

const addCustomer = (n: number) => createCustomer(archive.db, draftOf({ name: `样例${n}` }), early).customerId

function addOrder(facts: Omit<Parameters<typeof insertOrder>[1], 'customerId'>, customer = 0): number {
  return insertOrder(archive.db, { customerId: customers[customer] ?? null, ...facts })
}

const addLine = (orderId: number, netMinor: number, productId: number | null) =>
  archive.db
    .prepare(
      `INSERT INTO order_line (sales_order_id, line_number, product_id, title, quantity, net_minor, refunded_minor)
       VALUES (?, 1, ?, '样例', 1, ?, 0)`,
    )
    .run(orderId, productId, netMinor)

/** Everything that is asked of an archive, as a window would ask it. */
function analyseAll() {
  raiseRevision(archive.db, 'orders')
  const db = archive.readable
  const kept = new KeptColumns(db)
  const analyst = new RfmAnalyst(db, kept)
  const span = { fromOn: null, asOf }
  const abc = { ...span, limits: usualAbcLimits, firstRows: 10 }
  const tiers = Object.values(tierPresets).map(standard => listTiers(db, kept, { ...span, standard }))
  const baskets = (['order', 'customer'] as const).map(by =>
    analyseBaskets(db, kept, {
      ...{ ...span, by, minimumCount: 1, minimumSupport: 0, minimumConfidence: 0, minimumLift: 0 },
      mostItems: 3,
    }),
  )
  return {
    rfm: analyst.analyse({ asOf, period: { kind: 'all' }, ruleSetCode: 'ten-segments' }).summary,
    contribution: new ContributionAnalyst(kept).analyse({ asOf, rules: contributionPresets['as-printed'] })
      .summary,
    customers: rankCustomers(db, kept, abc),
    products: rankProducts(db, kept, abc),
    cohorts: summarizeCohorts(kept, { asOf, months: 24 }),
    seasons: summarizeSeasons(kept, { asOf }),
    composition: composeCustomers(db, kept, { ...span, ruleSetCode: 'ten-segments', ages: [18, 35] }),
    preferences: summarizePreferences(db, kept, analyst, { ...span, of: { kind: 'all' } }),
    sensitivity: analyseSensitivity(db, kept, span),
    value: reckonValue(db, kept, { asOf, horizonMonths: 12, yearlyDiscount: 0.1 }).analysis,
    tiers,
    baskets,
  }
}

/** Paths of all numbers that are none. */
function brokenNumbers(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => brokenNumbers(inner, `${path}/${key}`))
}

/** What holds of any archive: every figure is a number, and everybody is in exactly one segment, group and tier. */
function check(count: number) {
  const all = analyseAll()
  expect(brokenNumbers(all)).toEqual([])
  const sum = (rows: readonly { customerCount: number }[]) =>
    rows.reduce((total, row) => total + row.customerCount, 0)
  expect([all.rfm.customerCount, sum(all.rfm.segments), sum(all.contribution.groups)]).toEqual([
    ...[count, count, count],
  ])
  for (const { tiers } of all.tiers)
    expect(tiers.reduce((total, tier) => total + tier.customers, 0)).toBe(count)
  return all
}

describe('every analysis gives a right figure or a stated refusal', () => {
  test('of customers who never bought', () => {
    const { rfm, customers: abc, cohorts, baskets, preferences, sensitivity, value } = check(3)
    expect([rfm.noPurchaseCount, abc.count, abc.netMinor]).toEqual([3, 0, 0])
    expect([cohorts.cohorts, baskets.map(one => one.basketCount)]).toEqual([[], [0, 0]])
    expect([preferences.isTooFew, sensitivity.refusal, value.refusal]).toEqual([
      ...[true, 'no-prices', 'too-few-customers'],
    ])
  })

  test('of one order', () => {
    addLine(addOrder({ orderedOn: '2026-11-01', netMinor: 10_000 }), 10_000, null)
    const { rfm, customers: abc, cohorts, seasons, value } = check(3)
    expect([rfm.noPurchaseCount, abc.count, abc.netMinor, abc.rows[0]?.class]).toEqual([2, 1, 10_000, 'A'])
    expect(cohorts.cohorts).toEqual([{ month: '2026-11', active: [1], shares: [null] }])
    expect([cohorts.repurchase.share, cohorts.between.quartiles]).toEqual([null, null])
    // 2026-11-01 is a Sunday.
    expect(seasons.weekdays.rows.map(row => row.orderCount)).toEqual([0, 0, 0, 0, 0, 0, 1])
    expect([seasons.weekdays.isTooFew, value.refusal]).toEqual([true, 'too-few-customers'])
  })

  test('of many orders on one day: two of a customer are one purchase', () => {
    customers = [...customers, ...Array.from({ length: 117 }, (_, n) => addCustomer(3 + n))]
    for (let n = 0; n < 180; n++) addOrder({ orderedOn: '2026-08-14', netMinor: 5_000 }, n % 120)
    const { rfm, cohorts, value, contribution } = check(120)
    expect([cohorts.repurchase.buyers, cohorts.repurchase.again, cohorts.between.count]).toEqual([120, 0, 0])
    expect(value.refusal).toBe('too-few-repeats')
    // All bought on one day, so nobody's last purchase is nearer: one score of recency for all.
    const scored = rfm.heatMap.filter(cell => cell.customerCount > 0)
    expect(new Set(scored.map(cell => cell.r)).size).toBe(1)
    expect(contribution.groups.reduce((total, group) => total + group.customerCount, 0)).toBe(120)
  })

  test('of an order that is worth nothing, and of more given back than bought', () => {
    addOrder({ orderedOn: '2026-10-01', netMinor: 10_000 })
    addOrder({ orderedOn: '2026-10-02', netMinor: -25_000, isCancellation: true })
    addOrder({ orderedOn: '2026-10-03', netMinor: 0 }, 1)
    const refunded = addOrder(
      { orderedOn: '2026-10-04', netMinor: -5_000, refundedMinor: 15_000, isCounted: false },
      2,
    )
    archive.db
      .prepare(
        "INSERT INTO refund (sales_order_id, refunded_on, is_date_known, refunded_minor) VALUES (?, '2026-10-09', 1, 15000)",
      )
      .run(refunded)
    const { rfm, customers: abc, contribution } = check(3)
    // 100 - 250, 0, and 100 paid of which 150 came back.
    expect(abc.rows.map(row => [row.netMinor, row.class])).toEqual([
      [0, 'none'],
      [-5_000, 'none'],
      [-15_000, 'none'],
    ])
    expect([abc.count, abc.netMinor]).toEqual([3, -20_000])
    // The cancellation is no order, the order that came back whole no purchase.
    expect(rfm.noPurchaseCount).toBe(1)
    expect(contribution.groups.reduce((total, group) => total + group.baseMinor, 0)).toBe(-20_000)
  })

  test('of orders of a day to come: they are not known yet', () => {
    addOrder({ orderedOn: '2026-12-01', netMinor: 10_000 })
    addOrder({ orderedOn: '2026-11-22', netMinor: 300 }, 1)
    const { rfm, customers: abc, cohorts } = check(3)
    expect([rfm.noPurchaseCount, abc.netMinor, cohorts.cohorts[0]?.active]).toEqual([2, 300, [1]])
  })

  test('of 100,000 orders of one customer', () => {
    const first = addOrder({ orderedOn: '2025-01-01', netMinor: 100 })
    archive.db
      .prepare(
        `WITH RECURSIVE made (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM made WHERE n < 99999)
         INSERT INTO sales_order (customer_id, platform, shop, order_key, ordered_on, ordered_at_local, status, is_cancellation,
           is_counted, paid_minor, refunded_minor, net_minor, created_at, updated_at)
         SELECT customer_id, platform, shop, 'n:X' || n, date('2025-01-01', (n % 600) || ' days'),
           date('2025-01-01', (n % 600) || ' days') || printf('T%02d:00:00', n % 24), status, 0, 1, 100, 0, 100, '', ''
         FROM made CROSS JOIN sales_order WHERE sales_order_id = ?`,
      )
      .run(first)
    const { customers: abc, cohorts, seasons, value } = check(3)
    expect([abc.count, abc.netMinor, abc.rows[0]?.share]).toEqual([1, 10_000_000, 1])
    // 600 different days are 599 times from one to the next.
    expect([cohorts.between.count, cohorts.between.quartiles?.medianDays]).toEqual([599, 1])
    expect(seasons.hours.ordersWithTime).toBe(99_999)
    expect(value.refusal).toBe('too-few-customers')
  })

  test('of products that nobody knows', () => {
    for (let n = 0; n < 6; n++)
      addLine(addOrder({ orderedOn: '2026-09-01', netMinor: 1_000 }, n % 3), 1_000, null)
    const { products, baskets, preferences, tiers } = check(3)
    expect([products.count, products.unassignedMinor]).toEqual([0, 6_000])
    expect(baskets.map(one => [one.basketCount, one.ruleCount])).toEqual([
      [0, 0],
      [0, 0],
    ])
    expect([preferences.orderCount, preferences.products.orderCount, preferences.products.isTooFew]).toEqual([
      ...[6, 0, true],
    ])
    const byCategory = tiers.find(({ standard }) => standard.kind === 'category')
    expect(byCategory?.tiers.map(tier => [tier.tier, tier.customers])).toEqual([
      ['mixed', 0],
      ['too-few', 0],
      ['none', 3],
    ])
  })
})
