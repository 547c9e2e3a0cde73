import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { RfmAnalyst } from '#main/analytics/rfm-analysis.service.ts'
import { createCustomer, editCustomer } from '#main/customers/customer.service.ts'
import { listFields } from '#main/fields/field.service.ts'
import { saveFieldGroup } from '#main/fields/field-group.service.ts'
import { refreshCustomerTotals } from '#main/orders/customer-total.service.ts'
import { getReportData, type ScoredReport } from '#main/reports/report.service.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { act, draftOf, insertOrder } from '#test/helpers/builders.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'

let archive: TestDatabase
beforeEach(() => {
  archive = openTestDatabase()
})
afterEach(() => archive.close())

const analysisOf = (asOf: string) => ({
  asOf: asOf as CalendarDate,
  period: { kind: 'all' as const },
  ruleSetCode: 'classic-eight',
})

const reportOf = (request: ScoredReport) =>
  getReportData(archive.readable, request, new RfmAnalyst(archive.readable).analyse(request.analysis))

const points = [
  { kind: 'phone' as const, value: '13800001107' },
  { kind: 'address' as const, value: '西湖区样板路 12 号' },
  { kind: 'email' as const, value: 'sample@example.invalid' },
]

const addCustomer = (name: string, isRefused = false) => {
  const draft = draftOf({
    name,
    contactPoints: points,
    contactRefusedOn: isRefused ? ('2026-10-12' as CalendarDate) : null,
  })
  const { customerId } = createCustomer(archive.db, draft, act)
  insertOrder(archive.db, { customerId, orderedOn: '2026-08-16', netMinor: 51_200 })
  refreshCustomerTotals(archive.db, [customerId])
  return customerId
}

describe("a customer's file", () => {
  const fileOf = (customerId: number, isMasked: boolean, asOf = '2026-11-22') => {
    const report = reportOf({
      kind: 'customer-file',
      customerId,
      analysis: analysisOf(asOf),
      sections: ['card'],
      isMasked,
      hasHoleMargin: true,
    })
    if (report.kind !== 'customer-file') throw new Error('another report was asked for')
    return report
  }

  test('holds the fields beyond the default card that are on and filled, ID numbers masked, phones when it is masked', () => {
    const fields = listFields(archive.db).flatMap(group => group.fields)
    const idOf = (code: string) => fields.find(field => field.code === code)?.fieldId ?? 0
    const draft = draftOf({
      contactPoints: points,
      fields: {
        [idOf('native-place')]: '110105 19491231 002X',
        [idOf('hobbies')]: '垂钓，店员电话 13800001107',
      },
    })
    const { customerId } = createCustomer(archive.db, draft, act)
    const { groups, file } = fileOf(customerId, false)
    expect(groups.flatMap(group => group.fields.map(field => field.code))).toEqual([
      'native-place',
      'hobbies',
    ])
    expect(file.fields[idOf('native-place')]).toBe('1****************X')
    expect(file.fields[idOf('hobbies')]).toBe('垂钓，店员电话 13800001107')
    expect(fileOf(customerId, true).file.fields[idOf('hobbies')]).toBe('垂钓，店员电话 138****1107')
    const [group] = groups
    saveFieldGroup(archive.db, { groupId: group?.groupId ?? 0, name: null, isOn: false, purpose: null }, act)
    expect(fileOf(customerId, false).groups.flatMap(one => one.fields.map(field => field.code))).toEqual([
      'hobbies',
    ])
  })

  test('is masked in the data, so that no layout can show more', () => {
    const customerId = addCustomer('林样一')
    const masked = JSON.stringify(fileOf(customerId, true))
    for (const secret of ['13800001107', '12 号', 'sample@']) expect(masked).not.toContain(secret)
    expect(fileOf(customerId, true).file).toMatchObject({ phone: '138****1107', address: '西湖区样板路****' })
    expect(fileOf(customerId, false).file.phone).toBe('13800001107')
  })

  test('of a customer whom the reference date does not know is printed without scores', () => {
    const { customerId } = createCustomer(archive.db, draftOf({ name: '周范三' }), act)
    expect(fileOf(customerId, false, '2026-11-20').explanation).toMatchObject({
      segment: { code: 'no-purchase' },
      recencyDays: null,
      orderCount: null,
      spendMinor: null,
    })
  })
})

describe('a segment report', () => {
  test('leaves out who refused contact and counts them', () => {
    addCustomer('林样一')
    addCustomer('周范三', true)
    const report = reportOf({
      kind: 'segment',
      analysis: analysisOf('2026-11-22'),
      selector: { kind: 'all' },
      sections: ['members'],
      isMasked: true,
      hasHoleMargin: false,
    })
    if (report.kind !== 'segment') throw new Error('another report was asked for')
    expect(report).toMatchObject({ memberCount: 1, refusedCount: 1 })
    expect(report.members).toMatchObject([{ name: '林样一', phone: '138****1107' }])
  })
})

test('a refusal that is taken back puts the customer into the list again', () => {
  const customerId = addCustomer('周范三', true)
  const seen = draftOf({
    name: '周范三',
    contactPoints: points,
    contactRefusedOn: '2026-10-12' as CalendarDate,
  })
  editCustomer(archive.db, customerId, { ...seen, contactRefusedOn: null }, seen, act)
  const report = reportOf({
    kind: 'segment',
    analysis: analysisOf('2026-11-22'),
    selector: { kind: 'all' },
    sections: ['members'],
    isMasked: false,
    hasHoleMargin: false,
  })
  expect(report).toMatchObject({ memberCount: 1, refusedCount: 0 })
})
