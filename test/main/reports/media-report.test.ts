import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ContributionAnalyst } from '#main/analytics/contribution.service.ts'
import { KeptColumns } from '#main/analytics/kept-columns.service.ts'
import { NextProductFinder } from '#main/analytics/next-product.service.ts'
import { Portraits } from '#main/analytics/portrait.service.ts'
import { RfmAnalyst } from '#main/analytics/rfm-analysis.service.ts'
import { segmentMembersOf } from '#main/analytics/segment-members.service.ts'
import { createCustomer, deleteCustomers } from '#main/customers/customer.service.ts'
import { CustomerFilters } from '#main/customers/filter/customer-filters.ts'
import { listFields } from '#main/fields/field.service.ts'
import { saveFieldGroup } from '#main/fields/field-group.service.ts'
import { refreshCustomerTotals } from '#main/orders/customer-total.service.ts'
import { getMediaReport } from '#main/reports/media-report.service.ts'
import { reportQueries } from '#main/reports/report.handlers.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { type CustomerFilter, narrowFilter } from '#shared/domain/customer-filter.ts'
import { act, draftOf, insertOrder } from '#test/helpers/builders.ts'
import { SeededRandom } from '#test/helpers/seeded-random.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'

const asOf = '2026-11-22' as CalendarDate

/** A customer as the test knows them, to be counted without the database. */
type Person = {
  readonly customerId: number
  readonly media: readonly number[]
  readonly orders: number
  readonly spendMinor: number
  readonly isInBin: boolean
  readonly isWoman: boolean
}

let archive: TestDatabase
let people: Person[]
let fieldId: number
let options: number[]

beforeAll(() => {
  archive = openTestDatabase()
  const field = listFields(archive.db)
    .flatMap(group => group.fields)
    .find(({ code }) => code === 'media-touch')
  fieldId = field?.fieldId ?? 0
  options = (field?.options ?? []).map(({ optionId }) => optionId)
  people = makePeople(60)
})
afterAll(() => archive.close())

/** The last medium is named by nobody; every seventh customer is in the bin; some paid and got all of it back. */
function makePeople(count: number): Person[] {
  const random = new SeededRandom(14)
  const made = Array.from({ length: count }, (_, at) => {
    const media = at % 3 === 0 ? [] : options.slice(0, -1).filter(() => random.below(10) < 3)
    const fields = media.length > 0 ? { [fieldId]: media } : {}
    const isWoman = at % 2 === 0
    const draft = draftOf({ name: `样例${at}`, gender: isWoman ? 'female' : 'male', fields })
    const { customerId } = createCustomer(archive.db, draft, act)
    const amounts = Array.from({ length: at % 4 }, () => random.below(50_000))
    for (const netMinor of amounts)
      insertOrder(archive.db, { customerId, orderedOn: '2026-08-16', netMinor, refundedMinor: 300 })
    insertOrder(archive.db, { customerId, orderedOn: '2026-08-17', netMinor: 99_900, status: 'unpaid' })
    const spendMinor = amounts.reduce((sum, amount) => sum + amount, 0)
    return { customerId, media, orders: amounts.length, spendMinor, isInBin: at % 7 === 0, isWoman }
  })
  refreshCustomerTotals(
    archive.db,
    made.map(({ customerId }) => customerId),
  )
  const inBin = made.filter(({ isInBin }) => isInBin).map(({ customerId }) => customerId)
  deleteCustomers(archive.db, inBin, act)
  return made
}

const sumsOf = (some: readonly Person[]) => ({
  customers: some.length,
  buyers: some.filter(({ orders }) => orders > 0).length,
  spendMinor: some.reduce((sum, person) => sum + person.spendMinor, 0),
})

/** The report as one would count it by hand. */
function countByHand(some: readonly Person[]) {
  const live = some.filter(({ isInBin }) => !isInBin)
  return {
    customerCount: live.length,
    answered: sumsOf(live.filter(({ media }) => media.length > 0)),
    media: new Map(options.map(id => [id, sumsOf(live.filter(({ media }) => media.includes(id)))])),
  }
}

const reportOf = (filter: CustomerFilter | null) => {
  const analyst = new RfmAnalyst(archive.readable)
  const kept = new KeptColumns(archive.readable)
  const contribution = new ContributionAnalyst(kept)
  const filters = new CustomerFilters(archive.readable, segmentMembersOf(analyst))
  const where = filter && { filter, asOf }
  const request = { kind: 'media' as const, where, whereText: null, hasHoleMargin: false }
  const portraits = new Portraits(
    archive.readable,
    analyst,
    contribution,
    new NextProductFinder(archive.readable, kept),
  )
  const analysts = { rfm: analyst, contribution, portraits }
  const queries = reportQueries(archive.readable, analysts, one => filters.find(one))
  const report = queries['reports.getData'](request)
  if (report.kind !== 'media') throw new Error('another report was asked for')
  return { report, find: (one: CustomerFilter) => filters.count({ filter: one, asOf }).count }
}

const isWoman: CustomerFilter = {
  match: 'all',
  groups: [[{ field: 'gender', test: 'any-of', values: ['female'] }]],
}

describe('the report by media', () => {
  test.each([
    ['all customers', null],
    ['those of a filter', isWoman],
  ])('counts, for %s, what counting one by one gives', (_, filter) => {
    const { report } = reportOf(filter)
    const expected = countByHand(filter ? people.filter(person => person.isWoman) : people)
    expect(report).toMatchObject({ customerCount: expected.customerCount, answered: expected.answered })
    expect(report.media).toHaveLength(options.length)
    for (const { option, ...sums } of report.media) expect(sums).toEqual(expected.media.get(option.optionId))
    expect(report.answered.customers).toBeGreaterThan(0)
    expect(report.answered.customers).toBeLessThan(report.customerCount)
  })

  test('begins with the medium that most customers named; one whom nobody named stands there with nothing', () => {
    const counts = reportOf(null).report.media.map(({ customers }) => customers)
    expect(counts).toEqual(counts.toSorted((one, other) => other - one))
    expect(counts.at(-1)).toBe(0)
  })

  test('gives counts that the list finds again by the filter behind them', () => {
    const { report, find } = reportOf(isWoman)
    const field = `field:${fieldId}` as const
    for (const { option, customers, buyers } of report.media) {
      const named = { field, test: 'any-of' as const, values: [option.optionId] }
      const bought = { field: 'orderCount' as const, test: 'number-between' as const, from: 1, to: null }
      const found = [[named], [named, bought]].map(more => find(narrowFilter(isWoman, more) ?? isWoman))
      expect(found).toEqual([customers, buyers])
    }
    const unknown = narrowFilter(isWoman, [{ field, test: 'empty' }]) ?? isWoman
    expect(find(unknown)).toBe(report.customerCount - report.answered.customers)
  })

  test('counts nobody among no customers, and says so when the field is off the form', () => {
    expect(getMediaReport(archive.readable, [])).toMatchObject({
      fieldId,
      customerCount: 0,
      answered: { customers: 0, buyers: 0, spendMinor: 0 },
    })
    const group = listFields(archive.db).find(one => one.fields.some(field => field.fieldId === fieldId))
    const groupId = group?.groupId ?? 0
    saveFieldGroup(archive.db, { groupId, name: null, isOn: false, purpose: null }, act)
    expect(getMediaReport(archive.readable, null)).toMatchObject({ fieldId: null, media: [] })
  })
})

test('conditions are added to every group of a filter of which any group may hold', () => {
  const a = { field: 'name' as const, test: 'filled' as const }
  const b = { field: 'note' as const, test: 'filled' as const }
  const c = { field: 'phone' as const, test: 'filled' as const }
  expect(narrowFilter({ match: 'any', groups: [[a], [b]] }, [c])).toEqual({
    match: 'any',
    groups: [
      [a, c],
      [b, c],
    ],
  })
  expect(narrowFilter({ match: 'all', groups: [[a, b]] }, [c])?.groups).toEqual([[a, b], [c]])
  expect(narrowFilter({ match: 'all', groups: Array(20).fill([a]) }, [c])).toBeNull()
})
