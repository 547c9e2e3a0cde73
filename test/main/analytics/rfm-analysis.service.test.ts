import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { explainCustomer, RfmAnalyst } from '#main/analytics/rfm-analysis.service.ts'
import { listRuleSets, saveRuleSet } from '#main/analytics/rule-set.service.ts'
import { getMembers, listMemberIndexes } from '#main/analytics/segment-members.service.ts'
import { raiseRevision } from '#main/changes/revision.service.ts'
import { createCustomer, deleteCustomers } from '#main/customers/customer.service.ts'
import type { CalendarDate, CalendarMonth } from '#shared/domain/calendar-date.ts'
import type { RfmRequest } from '#shared/domain/rfm-analysis.ts'
import { act, draftOf, insertOrder } from '#test/helpers/builders.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'

let archive: TestDatabase
let analyst: RfmAnalyst
beforeEach(() => {
  archive = openTestDatabase()
  analyst = new RfmAnalyst(archive.readable)
})
afterEach(() => archive.close())

const requestOf = (asOf: string, months: number | null = null): RfmRequest => ({
  asOf: asOf as CalendarDate,
  period: months === null ? { kind: 'all' } : { kind: 'months', months },
  ruleSetCode: 'ten-segments',
})

/** A seeded generator (mulberry32), so that the figures are the same in every run. */
const randomOf = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}

/** 60 customers with up to 12 orders of every status between 2024-01 and 2026-09. */
const fillArchive = () => {
  const random = randomOf(7)
  const statuses = ['completed', 'paid', 'shipped', 'unpaid', 'closed'] as const
  archive.db.transaction(() => {
    for (let n = 0; n < 60; n++) {
      const { customerId } = createCustomer(archive.db, draftOf({ name: `样例${n}` }), {
        ...act,
        now: '2024-01-01T00:00:00.000Z',
      })
      const orders = Math.floor(random() * 13)
      for (let k = 0; k < orders; k++) {
        const month = 1 + Math.floor(random() * 33)
        const orderedOn = `${2024 + Math.floor((month - 1) / 12)}-${String(((month - 1) % 12) + 1).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`
        const isCancellation = random() < 0.05
        const netMinor = Math.floor(random() * 50_000) * (isCancellation ? -1 : 1)
        insertOrder(archive.db, {
          customerId,
          orderedOn,
          netMinor,
          isCancellation,
          status: statuses[Math.floor(random() * 5)] ?? 'paid',
        })
      }
    }
    insertOrder(archive.db, { customerId: null, orderedOn: '2025-05-05', netMinor: 12_345 })
    raiseRevision(archive.db, 'orders')
  })
}

type Measured = { customer_id: number; last_on: string | null; order_count: number; spend_minor: number }

/** The same three measures by plain SQL. */
const measureBySql = (asOf: string, from: string) =>
  archive.db
    .prepareRead<Measured>(
      `SELECT customer.customer_id,
        max(CASE WHEN is_counted = 1 THEN ordered_on END) AS last_on,
        count(CASE WHEN is_counted = 1 AND ordered_on >= ? THEN 1 END) AS order_count,
        ifnull(sum(CASE WHEN ordered_on >= ? THEN net_minor END), 0) AS spend_minor
       FROM customer LEFT JOIN sales_order ON sales_order.customer_id = customer.customer_id AND ordered_on <= ?
         AND status IN ('paid', 'shipped', 'completed')
       GROUP BY customer.customer_id ORDER BY customer.customer_id`,
    )
    .all(from, from, asOf)

describe.each([
  ['all time', null, '0000-00-00'],
  ['the last 12 months', 12, '2025-07-01'],
])('measures over %s', (_name, months, from) => {
  test('equal those of plain SQL for every customer', () => {
    fillArchive()
    const result = analyst.analyse(requestOf('2026-06-30', months))
    const indexes = listMemberIndexes(
      archive.readable,
      result,
      { kind: 'all' },
      { column: 'name', isDescending: false },
    )
    const members = getMembers(archive.readable, result, indexes).sort((a, b) => a.customerId - b.customerId)
    expect(
      members.map(member => ({
        customer_id: member.customerId,
        last_on: member.lastOn,
        order_count: member.orderCount,
        spend_minor: member.spendMinor,
      })),
    ).toEqual(measureBySql('2026-06-30', from))
  })
})

describe('sums', () => {
  test('of segments and of the heat map are the customers, each of whom is in exactly one segment', () => {
    fillArchive()
    const { summary } = analyst.analyse(requestOf('2026-06-30'))
    expect(summary.customerCount).toBe(60)
    expect(summary.segments.reduce((sum, segment) => sum + segment.customerCount, 0)).toBe(60)
    expect(summary.heatMap.reduce((sum, cell) => sum + cell.customerCount, 0)).toBe(
      60 - summary.noPurchaseCount,
    )
  })

  test('of the months are the revenue of plain SQL, sales without a customer included', () => {
    fillArchive()
    const { summary } = analyst.analyse(requestOf('2026-06-30'))
    const sql = archive.db
      .prepareRead(
        `SELECT substr(ordered_on, 1, 7) AS month, sum(net_minor) AS revenueMinor, sum(is_counted) AS orderCount FROM sales_order
         WHERE status IN ('paid', 'shipped', 'completed') AND ordered_on <= '2026-06-30' GROUP BY month ORDER BY month`,
      )
      .all()
    expect(
      summary.months.map(({ month, revenueMinor, orderCount }) => ({ month, revenueMinor, orderCount })),
    ).toEqual(sql)
  })

  test('of a mark of the chart are the customers that a click opens', () => {
    fillArchive()
    const result = analyst.analyse(requestOf('2026-06-30'))
    const sort = { column: 'spendMinor', isDescending: true } as const
    for (const segment of result.summary.segments)
      expect(
        listMemberIndexes(archive.readable, result, { kind: 'segment', code: segment.code }, sort),
      ).toHaveLength(segment.customerCount)
    for (const { r, f, customerCount } of result.summary.heatMap)
      expect(listMemberIndexes(archive.readable, result, { kind: 'cell', r, f }, sort)).toHaveLength(
        customerCount,
      )
    for (const { month, newCustomers } of result.summary.months)
      expect(
        listMemberIndexes(
          archive.readable,
          result,
          { kind: 'month', month: month as CalendarMonth, group: 'new' },
          sort,
        ),
      ).toHaveLength(newCustomers)
  })
})

describe('an explanation', () => {
  test('has the limits between which the scores hold', () => {
    fillArchive()
    const result = analyst.analyse(requestOf('2026-06-30'))
    for (const { customer_id: customerId, last_on, order_count, spend_minor } of measureBySql(
      '2026-06-30',
      '0000-00-00',
    )) {
      const { recencyDays, orderCount, spendMinor, lastOn } = explainCustomer(result, customerId)
      expect(lastOn).toBe(last_on)
      if (!recencyDays || !orderCount || !spendMinor) {
        expect(last_on).toBeNull()
        continue
      }
      expect([orderCount.value, spendMinor.value]).toEqual([order_count, spend_minor])
      for (const part of [recencyDays, orderCount, spendMinor]) {
        if (part.lowerLimit !== null) expect(part.value).toBeGreaterThanOrEqual(part.lowerLimit)
        if (part.upperLimit !== null) expect(part.value).toBeLessThanOrEqual(part.upperLimit)
      }
    }
  })
})

describe('the reference date', () => {
  test('moved back leaves out customers who came later', () => {
    const { customerId } = createCustomer(archive.db, draftOf(), act)
    insertOrder(archive.db, { customerId, orderedOn: '2025-03-01', netMinor: 100 })
    createCustomer(archive.db, draftOf({ name: '样例乙' }), act)
    expect(analyst.analyse(requestOf('2025-02-28')).summary.customerCount).toBe(0)
    expect(analyst.analyse(requestOf('2025-03-01')).summary.customerCount).toBe(1)
    expect(analyst.analyse(requestOf('2026-11-21')).summary).toMatchObject({
      customerCount: 2,
      noPurchaseCount: 1,
    })
  })

  test('before a refund gives the figures of that day', () => {
    const { customerId } = createCustomer(archive.db, draftOf(), act)
    const orderId = insertOrder(archive.db, {
      customerId,
      orderedOn: '2025-03-01',
      netMinor: 0,
      refundedMinor: 9_900,
      isCounted: false,
    })
    archive.db
      .prepare(
        'INSERT INTO refund (sales_order_id, refunded_on, is_date_known, refunded_minor) VALUES (?, ?, 1, ?)',
      )
      .run(orderId, '2025-04-01', 9_900)
    const spendOn = (day: string) => analyst.analyse(requestOf(day)).input.spendMinor[0]
    expect([spendOn('2025-03-31'), spendOn('2025-04-01')]).toEqual([9_900, 0])
  })

  test('says how many refunds came without a day of their own', () => {
    const { customerId } = createCustomer(archive.db, draftOf(), act)
    const orderId = insertOrder(archive.db, { customerId, orderedOn: '2025-03-01', netMinor: 100 })
    const refund = archive.db.prepare(
      'INSERT INTO refund (sales_order_id, refunded_on, is_date_known, refunded_minor) VALUES (?, ?, ?, ?)',
    )
    for (const isKnown of [1, 0, 0]) refund.run(orderId, '2025-04-01', isKnown, 10)
    expect(analyst.analyse(requestOf('2025-05-01')).summary.refundsUndated).toBe(2)
  })
})

describe('an analyst', () => {
  test('sees what was written since, and customers in the bin are gone with their orders', () => {
    const one = createCustomer(archive.db, draftOf(), act)
    insertOrder(archive.db, { customerId: one.customerId, orderedOn: '2025-03-01', netMinor: 100 })
    raiseRevision(archive.db, 'orders')
    expect(analyst.analyse(requestOf('2026-01-01')).summary.months[0]?.revenueMinor).toBe(100)
    deleteCustomers(archive.db, [one.customerId], act)
    expect(analyst.analyse(requestOf('2026-01-01')).summary).toMatchObject({ customerCount: 0, months: [] })
  })
})

describe('a saved rule set', () => {
  test('is a new version; its cut points are taken as they are', () => {
    const [classic] = listRuleSets(archive.db)
    if (!classic) throw new Error('the built-in sets are there')
    const cutPoints = {
      recencyDays: [30, 60, 120, 180],
      orderCount: [2, 3, 5, 8],
      spendMinor: [10_000, 30_000, 80_000, 200_000],
    } as const
    const { version: _, ...rest } = classic
    const saved = saveRuleSet(archive.db, {
      ...rest,
      cutPoints: {
        recencyDays: [...cutPoints.recencyDays],
        orderCount: [...cutPoints.orderCount],
        spendMinor: [...cutPoints.spendMinor],
      },
    })
    expect(saved.version).toBe(2)
    const { customerId } = createCustomer(archive.db, draftOf(), act)
    for (let n = 1; n <= 9; n++)
      insertOrder(archive.db, { customerId, orderedOn: `2026-08-0${n}`, netMinor: 36_000 })
    raiseRevision(archive.db, 'orders')
    const result = analyst.analyse({ ...requestOf('2026-11-21'), ruleSetCode: classic.code })
    // 104 days since 2026-08-09 lie between 60 and 120; 9 orders are 8 or more; 3,240 yuan are 2,000 or more.
    expect(explainCustomer(result, customerId)).toMatchObject({
      ruleVersion: 2,
      segment: { code: 'important-hold' },
      lastOn: '2026-08-09',
      recencyDays: { value: 104, score: 3, lowerLimit: 60, upperLimit: 119 },
      orderCount: { value: 9, score: 5, lowerLimit: 8, upperLimit: null },
      spendMinor: { value: 324_000, score: 5, lowerLimit: 200_000, upperLimit: null },
    })
  })
})
