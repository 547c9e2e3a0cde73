import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { composeCustomers } from '#main/analytics/composition.service.ts'
import { KeptColumns } from '#main/analytics/kept-columns.service.ts'
import { RfmAnalyst } from '#main/analytics/rfm-analysis.service.ts'
import { raiseRevision } from '#main/changes/revision.service.ts'
import { createCustomer, deleteCustomers } from '#main/customers/customer.service.ts'
import { addDays, CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CompositionPart } from '#shared/domain/composition.ts'
import { act, draftOf, insertOrder } from '#test/helpers/builders.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'

const day = (text: string) => CalendarDate.parse(text)
const asOf = day('2026-10-31')
const fromOn = day('2026-10-01')
// October has 31 days: the period before it begins on the last of August.
const before = { fromOn: day('2026-08-31'), asOf: day('2026-09-30') }
const request = { fromOn, asOf, ruleSetCode: 'ten-segments', ages: [18, 35, 60] }
let archive: TestDatabase
let kept: KeptColumns

beforeAll(() => {
  archive = openTestDatabase()
  const { db } = archive
  let seed = 7
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  const one = <T>(...list: readonly T[]) => list[random(list.length)] as T
  const ids: number[] = []
  for (let n = 0; n < 90; n++) {
    const draft = draftOf({
      name: `样例${n}`,
      gender: one('female', 'male', null),
      birthOn: one(`${1940 + random(80)}-10-${10 + random(20)}`, '1991', '--05-05', null),
      source: one('朋友介绍', '直播', null),
      cardType: one('lead', 'active', 'former'),
    })
    const { customerId } = createCustomer(db, draft, {
      ...act,
      now: one('2026-01-01T00:00:00.000Z', '2026-10-05T00:00:00.000Z', '2026-11-05T00:00:00.000Z'),
    })
    ids.push(customerId)
    // The second address is of another place: it does not count.
    for (const [position, province] of [one('广东省', '浙江省', null), '海南省'].entries())
      db.prepare(
        `INSERT INTO contact_point (customer_id, kind, position, value, match_key, province)
         VALUES (?, 'address', ?, '样例路', ?, ?)`,
      ).run(customerId, position, `k${position}`, province)
    for (let order = random(6); order > 0; order--)
      insertOrder(db, {
        ...{ customerId, orderedOn: addDays(day('2026-11-10'), -random(120)) },
        netMinor: random(30_000) - 2_000,
        status: one('paid', 'completed', 'unpaid'),
      })
  }
  insertOrder(db, { customerId: null, orderedOn: '2026-10-10', netMinor: 777 })
  insertOrder(db, { customerId: null, orderedOn: '2026-09-10', netMinor: 1 })
  const change = db.prepare(
    'INSERT INTO card_change (customer_id, before, after, changed_on) VALUES (?, ?, ?, ?)',
  )
  change.run(ids[10] ?? 0, 'lead', 'active', '2026-09-15')
  change.run(ids[10] ?? 0, 'active', 'former', '2026-10-15')
  change.run(ids[11] ?? 0, 'lead', 'active', '2026-11-15')
  change.run(ids[11] ?? 0, 'active', 'former', '2026-11-16')
  for (const at of [10, 11])
    db.prepare(
      "UPDATE customer SET card_type = 'former', created_at = '2026-01-01' WHERE customer_id = ?",
    ).run(ids[at] ?? 0)
  deleteCustomers(db, ids.slice(0, 3), act)
  raiseRevision(db, 'orders')
  kept = new KeptColumns(archive.readable)
})
afterAll(() => archive.close())

/** Each part as SQL tells it on a day; the segment is that of the scores. */
const partSql: Record<Exclude<CompositionPart, 'segment'>, (on: string) => string> = {
  gender: () => 'gender',
  source: () => 'source',
  region: () =>
    "(SELECT province FROM contact_point AS p WHERE p.customer_id = customer.customer_id AND position = 0 AND kind = 'address')",
  cardType: on =>
    `coalesce((SELECT before FROM card_change AS c WHERE c.customer_id = customer.customer_id AND changed_on > '${on}'
      ORDER BY changed_on LIMIT 1), card_type)`,
  // Years between two days, by their written form.
  ageBand: on => {
    const born = `substr(birth_on || '-01-01', 1, 10)`
    const age = `(CAST(substr('${on}', 1, 4) AS INTEGER) - CAST(substr(${born}, 1, 4) AS INTEGER)
      - (substr('${on}', 6) < substr(${born}, 6)))`
    return `CASE WHEN birth_on IS NULL OR birth_on LIKE '--%' OR ${born} > '${on}' THEN NULL WHEN ${age} < 18 THEN '0-17'
      WHEN ${age} < 35 THEN '18-34' WHEN ${age} < 60 THEN '35-59' ELSE '60+' END`
  },
}

type Sum = { readonly key: string | null; readonly customers: number; readonly net: number }
const sumsOf = (part: Exclude<CompositionPart, 'segment'>, first: string, last: string) => {
  const rows = archive.readable
    .prepareRead<Sum>(
      `SELECT ${partSql[part](last)} AS key, count(*) AS customers, sum(coalesce((SELECT sum(net_minor) FROM sales_order AS o
          WHERE o.customer_id = customer.customer_id AND status IN ('paid', 'completed') AND ordered_on BETWEEN ? AND ?), 0)) AS net
       FROM customer WHERE deleted_at IS NULL
         AND min(substr(created_at, 1, 10), coalesce((SELECT min(ordered_on) FROM sales_order AS o
           WHERE o.customer_id = customer.customer_id AND status IN ('paid', 'completed')), '9999')) <= ?
       GROUP BY 1`,
    )
    .all(first, last, last)
  return new Map(rows.map(row => [row.key, row]))
}
const tableOf = (part: CompositionPart, asked: Parameters<typeof composeCustomers>[2] = request) =>
  composeCustomers(archive.readable, kept, asked).tables.find(table => table.part === part)?.rows ?? []

describe('of whom the customers of an archive consist', () => {
  test.each(['gender', 'source', 'region', 'cardType', 'ageBand'] as const)(
    'D16: by %s, customers and sales of both periods are what SQL counts',
    part => {
      const [now, earlier] = [sumsOf(part, fromOn, asOf), sumsOf(part, before.fromOn, before.asOf)]
      const rows = tableOf(part)
      const told = new Set(rows.map(row => row.key))
      expect([...now.keys(), ...earlier.keys()].filter(key => !told.has(key))).toEqual([])
      for (const { key, customers, netMinor } of rows) {
        expect([key, customers.now, customers.before]).toEqual([
          ...[key, now.get(key)?.customers ?? 0, earlier.get(key)?.customers ?? 0],
        ])
        expect([key, netMinor.now, netMinor.before]).toEqual([
          ...[key, now.get(key)?.net ?? 0, earlier.get(key)?.net ?? 0],
        ])
      }
    },
  )

  test('D16: every table sums to all customers and all their sales, of both periods', () => {
    const { tables, customers, netMinor, unassignedMinor, ...head } = composeCustomers(
      ...[archive.readable, kept, request],
    )
    expect(head.before).toEqual(before)
    expect(unassignedMinor).toBe(777)
    expect(tables.map(table => table.part)).toEqual([
      ...['segment', 'cardType', 'region', 'ageBand', 'gender', 'source'],
    ])
    for (const { rows } of tables) {
      const sum = (value: (row: (typeof rows)[number]) => number | null) =>
        rows.reduce((total, row) => total + (value(row) ?? 0), 0)
      expect([sum(row => row.customers.now), sum(row => row.customers.before)]).toEqual([
        ...[customers.now, customers.before],
      ])
      expect([sum(row => row.netMinor.now), sum(row => row.netMinor.before)]).toEqual([
        ...[netMinor.now, netMinor.before],
      ])
      expect(rows.at(-1)?.key).toBeNull()
    }
  })

  test('D16: the classes are those of the segments page on each of both days', () => {
    const analyst = new RfmAnalyst(archive.readable, kept)
    const countsOn = (on: CalendarDate) =>
      analyst
        .analyse({ asOf: on, period: { kind: 'all' }, ruleSetCode: 'ten-segments' })
        .summary.segments.map(segment => [segment.code, segment.customerCount])
    const rows = tableOf('segment').filter(row => row.key !== null)
    expect(rows.map(row => [row.key, row.customers.now])).toEqual(countsOn(asOf))
    expect(rows.map(row => [row.key, row.customers.before])).toEqual(countsOn(before.asOf))
  })

  test('D16: all time has no period before it; an unknown rule set is refused', () => {
    const all = composeCustomers(archive.readable, kept, { ...request, fromOn: null })
    expect([all.before, all.customers.before, all.netMinor.change]).toEqual([null, null, null])
    expect(() => composeCustomers(archive.readable, kept, { ...request, ruleSetCode: 'no-such' })).toThrow(
      'rule-invalid',
    )
  })

  test('D16: a balance lies in the sales of the period that holds its days', () => {
    archive.db
      .prepare(
        `INSERT INTO opening_balance (customer_id, platform, shop, order_count, spend_minor, return_count, first_on, last_on, covers_until_on)
         VALUES (20, 'taobao', '', 3, 5_000_000, 0, '2026-09-02', '2026-09-20', '2026-09-30')`,
      )
      .run()
    raiseRevision(archive.db, 'orders')
    const { netMinor, balancesLeftOut } = composeCustomers(archive.readable, kept, request)
    expect(netMinor.before).toBeGreaterThan(5_000_000)
    expect(netMinor.now).toBeLessThan(5_000_000)
    expect(balancesLeftOut).toBe(1)
  })
})
