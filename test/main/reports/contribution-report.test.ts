import { afterAll, beforeAll, expect, test } from 'vitest'
import { ContributionAnalyst } from '#main/analytics/contribution.service.ts'
import { saveGroupPolicy } from '#main/analytics/contribution-settings.service.ts'
import { KeptColumns } from '#main/analytics/kept-columns.service.ts'
import { createCustomer } from '#main/customers/customer.service.ts'
import { getContributionReport } from '#main/reports/contribution-report.service.ts'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { ContributionGroup } from '#shared/domain/contribution.ts'
import { readyRuleSets } from '#shared/domain/contribution-rule-set.ts'
import { act, draftOf, insertOrder } from '#test/helpers/builders.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'

const asOf = CalendarDate.parse('2026-11-22')
let archive: TestDatabase

/** Three who contributed much and are lost, one of whom refused contact; one who bought again and again; two of no group. */
beforeAll(() => {
  archive = openTestDatabase()
  const add = (name: string, orders: Readonly<Record<string, number>>, refusedOn: string | null = null) => {
    const draft = draftOf({
      ...{ name, contactRefusedOn: refusedOn === null ? null : CalendarDate.parse(refusedOn) },
      contactPoints: [{ kind: 'phone', value: '13800001107' }],
    })
    const { customerId } = createCustomer(archive.db, draft, act)
    for (const [orderedOn, yuan] of Object.entries(orders))
      insertOrder(archive.db, { customerId, orderedOn, netMinor: 100 * yuan })
  }
  add('样例甲', { '2026-02-01': 900 })
  add('样例乙', { '2026-03-01': 800 }, '2026-10-12')
  add('样例丙', { '2026-04-01': 700 })
  add('样例戊', { '2026-01-10': 1, '2026-08-10': 1 })
  add('样例己', { '2026-01-10': 2, '2026-08-10': 2 })
  add('样例丁', { '2026-02-10': 5000, '2026-07-10': 5000, '2026-11-01': 5000 })
})
afterAll(() => archive.close())

const reportOf = (group: ContributionGroup | null, isMasked = false) => {
  const [ruleSet] = readyRuleSets
  if (!ruleSet) throw new Error('there are ready rules')
  const analyst = new ContributionAnalyst(new KeptColumns(archive.readable))
  const report = getContributionReport(
    archive.readable,
    {
      ...{ kind: 'contribution', asOf, ruleSet, group, isMasked, hasHoleMargin: true },
      sections: ['policy', 'members'],
    },
    analyst,
  )
  if (report.kind !== 'contribution') throw new Error('another report was asked for')
  return report
}

test('D6: the call list of the lost has their phones, leaves out who refused contact, and says how many', () => {
  const report = reportOf('lost-middle')
  expect(report.members.map(({ name, phone, group }) => [name, phone, group])).toEqual([
    ['样例甲', '13800001107', 'lost-middle'],
    ['样例丙', '13800001107', 'lost-middle'],
  ])
  expect([report.memberCount, report.refusedCount]).toEqual([2, 1])
})

test('the sheet of all groups lists the seven in the order of the rules; masked, no phone is whole', () => {
  const report = reportOf(null, true)
  expect(report.members.map(({ name }) => name)).toEqual(['样例甲', '样例丙', '样例丁'])
  expect(report.members.map(({ phone }) => phone)).toEqual(['138****1107', '138****1107', '138****1107'])
})

test('D6: what the operator wrote for a group is printed with it', () => {
  expect(reportOf(null).policies).toEqual([])
  saveGroupPolicy(archive.db, { group: 'lost-middle', text: '周五打电话。' })
  expect(reportOf(null).policies).toEqual([{ group: 'lost-middle', text: '周五打电话。' }])
})
