import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contributionQueries } from '#main/analytics/contribution.handlers.ts'
import { ContributionAnalyst } from '#main/analytics/contribution.service.ts'
import { KeptColumns } from '#main/analytics/kept-columns.service.ts'
import { raiseRevision } from '#main/changes/revision.service.ts'
import { createCustomer, deleteCustomers } from '#main/customers/customer.service.ts'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import { contributionGroups, contributionPresets } from '#shared/domain/contribution.ts'
import { act, draftOf, insertOrder } from '#test/helpers/builders.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'

const { 'as-printed': asPrinted, corrected } = contributionPresets
const asOf = CalendarDate.parse('2026-11-22')
const phoneOf = (n: number) => `138000${10_000 + n}`
let archive: TestDatabase
let queries: ReturnType<typeof contributionQueries>
const published: Int32Array[] = []
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
    const { customerId } = createCustomer(
      archive.db,
      draftOf({
        ...{ name: `样例${n}`, contactRefusedOn: n % 9 === 0 ? CalendarDate.parse('2026-01-05') : null },
        contactPoints: [{ kind: 'phone', value: phoneOf(n) }],
      }),
      early,
    )
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
  const kept = new KeptColumns(archive.readable)
  const analyst = new ContributionAnalyst(kept)
  queries = contributionQueries(archive.readable, kept, analyst, list => published.push(list))
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
      const { analysis, members } = queries['analytics.listContribution']({ asOf, rules })
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
    const analysis = queries['analytics.summarizeContribution']({ asOf, rules: asPrinted })
    const { members } = queries['analytics.listContribution']({ asOf, rules: asPrinted })
    expect(analysis.groups.map(({ group, customerCount }) => [group, customerCount])).toEqual(
      analysis.groups.map(({ group }) => [group, members.filter(member => member.group === group).length]),
    )
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
    expect(sum(analysis.groups.map(group => group.customerCount))).toBe(analysis.customerCount)
    expect(sum(analysis.groups.map(group => group.scoreMinor))).toBe(
      sum(members.map(member => member.scoreMinor)),
    )
    const before = queries['analytics.summarizeContribution']({
      asOf: CalendarDate.parse('2021-12-31'),
      rules: asPrinted,
    })
    expect([before.customerCount, before.limits, before.finding.code]).toEqual([
      ...[0, null, 'contribution-too-few'],
    ])
    expect(sum(analysis.groups.map(group => group.scoreRate))).toBeCloseTo(1, 12)
  })

  test('D3: the list of each group holds its customers in the wanted order, with their terms and phone, and those who refused counted', () => {
    for (const rules of [asPrinted, corrected]) {
      const request = { asOf, rules }
      const { analysis, members } = queries['analytics.listContribution'](request)
      for (const { group, customerCount } of analysis.groups) {
        const ofGroup = members.filter(member => member.group === group)
        const sort = { column: 'scoreMinor' as const, isDescending: true }
        const opened = queries['analytics.openContributionMembers']({ analysis: request, group, sort })
        expect(opened.total).toBe(customerCount)
        const page = queries['analytics.contributionMembersPage']({ ...opened, start: 0, count: 200 })
        expect(page).toMatchObject(
          ofGroup.toSorted((a, b) => b.scoreMinor - a.scoreMinor || a.customerId - b.customerId),
        )
        expect(Array.from(published[opened.listId - 1] ?? [])).toEqual(
          page.map(({ customerId }) => customerId),
        )
        expect(opened.refusedCount).toBe(page.filter(({ isContactRefused }) => isContactRefused).length)
        expect(page.every(({ phone, customerId }) => phone === phoneOf(ids.indexOf(customerId)))).toBe(true)
      }
    }
  })

  test('D5: the moves between two month ends are those between the lists of each, and the months between say the same', () => {
    const ends = ['2025-03-31', '2026-10-31'].map(text => CalendarDate.parse(text))
    const [fromOn = asOf, toOn = asOf] = ends
    for (const rules of [asPrinted, corrected]) {
      const [before = new Map(), after = new Map()] = ends.map(on => {
        const { members } = queries['analytics.listContribution']({ asOf: on, rules })
        return new Map(members.map(({ customerId, group }) => [customerId, group]))
      })
      const request = { fromOn, toOn, rules }
      const matrix = queries['analytics.summarizeMigration'](request)
      const idsOf = (from: string, to: string) =>
        [...after].filter(([id, group]) => group === to && (before.get(id) ?? 'arrived') === from)
      let stayed = 0
      for (const [row, group] of [...contributionGroups, 'arrived' as const].entries())
        for (const [column, to] of contributionGroups.entries()) {
          const ids = idsOf(group, to).map(([id]) => id)
          expect((matrix.rows[row]?.to ?? matrix.arrived)[column]).toBe(ids.length)
          if (group === to) stayed += ids.length
          const opened = queries['analytics.openMigrationMembers']({
            ...{ migration: request, cell: { from: group, to } },
            sort: { column: 'scoreBeforeMinor', isDescending: true },
          })
          const page = queries['analytics.migrationMembersPage']({ ...opened, start: 0, count: 200 })
          expect(page.map(({ customerId }) => customerId).toSorted((a, b) => a - b)).toEqual(ids)
          const scores = page.map(({ scoreBeforeMinor }) => scoreBeforeMinor ?? Number.NEGATIVE_INFINITY)
          expect(scores).toEqual(scores.toSorted((a, b) => b - a))
        }
      expect(matrix).toMatchObject({ stayed, customersBefore: before.size, customersAfter: after.size })
      const { monthEnds } = queries['analytics.listGroupSnapshots']({ asOf, months: 19, rules })
      expect(monthEnds.map(({ on }) => on).filter(on => ends.includes(on))).toEqual(ends)
      expect(monthEnds.at(0)?.counts).toEqual(matrix.rows.map(({ customers }) => customers))
      expect(monthEnds.at(-1)?.customers).toBe(matrix.customersAfter)
      const { rows } = queries['analytics.summarizeMigration']({
        ...{ fromOn: CalendarDate.parse('2026-09-30'), toOn, rules },
      })
      const moved = rows.reduce((sum, { customers, to }, at) => sum + customers - (to[at] ?? 0), 0)
      expect(monthEnds.at(-1)?.moved).toBe(moved)
    }
  })

  test('a list goes by name or by a term as well, and keeps its customers and figures when the archive changes', () => {
    const analysis = { asOf, rules: asPrinted }
    const open = (column: 'name' | 'recentMinor', isDescending: boolean) =>
      queries['analytics.openContributionMembers']({
        analysis,
        group: 'unassigned',
        sort: { column, isDescending },
      })
    const pageOf = ({ listId }: { listId: number }) =>
      queries['analytics.contributionMembersPage']({ listId, start: 0, count: 200 })
    const byName = pageOf(open('name', false)).map(({ name }) => name)
    expect(byName.length).toBeGreaterThan(5)
    expect(pageOf(open('name', true)).map(({ name }) => name)).toEqual(byName.toReversed())
    const list = open('recentMinor', false)
    const before = pageOf(list)
    const recent = before.map(({ recentMinor }) => recentMinor)
    expect(recent).toEqual(recent.toSorted((a, b) => a - b))
    const [first] = before
    if (!first) throw new Error('the group is empty')
    insertOrder(archive.db, { customerId: first.customerId, orderedOn: '2026-11-20', netMinor: 9_000_000 })
    raiseRevision(archive.db, 'orders')
    expect(pageOf(list)).toEqual(before)
    expect(pageOf(open('recentMinor', false)).map(({ customerId }) => customerId)).not.toContain(
      first.customerId,
    )
    expect(() => pageOf({ listId: 9_999 })).toThrow('not-found')
  })
})
