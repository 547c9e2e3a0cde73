import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listContribution, summarizeContribution } from '#main/analytics/contribution.service.ts'
import { KeptColumns } from '#main/analytics/kept-columns.service.ts'
import { raiseRevision } from '#main/changes/revision.service.ts'
import { createCustomer, deleteCustomers } from '#main/customers/customer.service.ts'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import { contributionPresets } from '#shared/domain/contribution.ts'
import { act, draftOf, insertOrder } from '#test/helpers/builders.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'

const { 'as-printed': asPrinted, corrected } = contributionPresets
const asOf = CalendarDate.parse('2026-11-22')
let archive: TestDatabase
let kept: KeptColumns
const ids: number[] = []

beforeAll(() => {
  archive = openTestDatabase()
  let seed = 5
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  const early = { ...act, now: '2022-01-01T00:00:00.000Z' }
  for (let n = 0; n < 80; n++) {
    const { customerId } = createCustomer(archive.db, draftOf({ name: `样例${n}` }), early)
    ids.push(customerId)
    for (let order = random(7); order > 0; order--) {
      const month = random(59)
      const orderedOn = `${2022 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-${String(1 + random(22)).padStart(2, '0')}`
      const status = (['completed', 'paid', 'unpaid'] as const)[random(3)] ?? 'paid'
      insertOrder(archive.db, { customerId, orderedOn, netMinor: 100 + random(90_000), status })
    }
  }
  insertOrder(archive.db, { customerId: null, orderedOn: '2026-10-01', netMinor: 5_000 })
  deleteCustomers(archive.db, ids.slice(0, 3), act)
  raiseRevision(archive.db, 'orders')
  kept = new KeptColumns(archive.readable)
})
afterAll(() => archive.close())

/** Spend by customer between two days, by SQL. */
const spendBetween = (firstOn: string, lastOn: string) => {
  const rows = archive.readable
    .prepareRead<{ id: number; sum: number }>(
      `SELECT customer_id AS id, sum(net_minor) AS sum FROM sales_order JOIN customer USING (customer_id)
       WHERE customer.deleted_at IS NULL AND status IN ('paid', 'shipped', 'completed') AND ordered_on BETWEEN ? AND ?
       GROUP BY customer_id`,
    )
    .all(firstOn, lastOn)
  return new Map(rows.map(({ id, sum }) => [id, sum]))
}

describe('the contribution of an archive', () => {
  test('D2: both terms of every score are what SQL adds up between the stated days, in both readings', () => {
    for (const [rules, base] of [
      [asPrinted, spendBetween('2023-11-23', '2026-11-22')],
      [corrected, spendBetween('2026-05-23', '2026-08-22')],
    ] as const) {
      const recent = spendBetween('2026-08-23', '2026-11-22')
      const { analysis, members } = listContribution(archive.readable, kept, { asOf, rules })
      expect(analysis.recent).toEqual({ firstOn: '2026-08-23', lastOn: '2026-11-22' })
      expect(members).toHaveLength(77)
      for (const member of members) {
        const [sumRecent, sumBase] = [recent.get(member.customerId) ?? 0, base.get(member.customerId) ?? 0]
        expect([member.recentMinor, member.baseMinor, member.scoreMinor]).toEqual([
          sumRecent,
          sumBase,
          2 * sumRecent + sumBase,
        ])
      }
    }
  })

  test('D3: the groups are all customers and all of the score; a customer who joins in later is not there yet', () => {
    const analysis = summarizeContribution(kept, { asOf, rules: asPrinted })
    const { members } = listContribution(archive.readable, kept, { asOf, rules: asPrinted })
    expect(analysis.groups.map(({ group, customerCount }) => [group, customerCount])).toEqual(
      analysis.groups.map(({ group }) => [group, members.filter(member => member.group === group).length]),
    )
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
    expect(sum(analysis.groups.map(group => group.customerCount))).toBe(analysis.customerCount)
    expect(sum(analysis.groups.map(group => group.scoreMinor))).toBe(
      sum(members.map(member => member.scoreMinor)),
    )
    const before = summarizeContribution(kept, { asOf: CalendarDate.parse('2021-12-31'), rules: asPrinted })
    expect([before.customerCount, before.limits]).toEqual([0, null])
  })
})
