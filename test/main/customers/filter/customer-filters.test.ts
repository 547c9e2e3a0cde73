import { afterEach, beforeEach, expect, test } from 'vitest'
import { createCustomer, deleteCustomers, editCustomer } from '#main/customers/customer.service.ts'
import { birthdaysWithin } from '#main/customers/filter/birthdays-within.ts'
import { CustomerFilters } from '#main/customers/filter/customer-filters.ts'
import { setFieldHidden } from '#main/fields/field.service.ts'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CustomerDraft } from '#shared/domain/customer.ts'
import type { FilterCondition } from '#shared/domain/customer-filter.ts'
import { act, draftOf } from '#test/helpers/builders.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'

let database: TestDatabase
let filters: CustomerFilters
beforeEach(() => {
  database = openTestDatabase()
  filters = new CustomerFilters(database.readable, () => [])
})
afterEach(() => database.close())

const day = (text: string) => CalendarDate.parse(text)
const create = (facts: Partial<CustomerDraft>) => createCustomer(database.db, draftOf(facts), act).customerId
const find = (condition: FilterCondition, asOf = '2026-11-22') => {
  const marks = filters.find({ filter: { match: 'all', groups: [[condition]] }, asOf: day(asOf) })
  return [...marks.keys()].filter(id => marks[id] === 1)
}
const address = (value: string) => ({ contactPoints: [{ kind: 'address' as const, value }] })

test('a region finds whoever has an address in it, at any depth; who has no address is outside of it', () => {
  const hefei = create(address('安徽省合肥市蜀山区样板路 1 号'))
  const wuhu = create(address('安徽省芜湖市镜湖区样板路 2 号'))
  const hangzhou = create(address('浙江省杭州市西湖区样板路 3 号'))
  const nowhere = create({})
  const region = (test_: 'any-of' | 'none-of', ...values: string[]) =>
    find({ field: 'region', test: test_, values })
  expect(region('any-of', '安徽省')).toEqual([hefei, wuhu])
  expect(region('any-of', '安徽省/合肥市', '浙江省/杭州市/西湖区')).toEqual([hefei, hangzhou])
  expect(region('none-of', '安徽省')).toEqual([hangzhou, nowhere])
  expect(find({ field: 'region', test: 'empty' })).toEqual([nowhere])
})

test('a phone is found by its digits however it was written, and by a part of a masked one', () => {
  const phone = (value: string) => ({ contactPoints: [{ kind: 'phone' as const, value }] })
  const plain = create(phone('13800001107'))
  const spaced = create(phone('+86 138 0000 1107'))
  const masked = create(phone('138****1107'))
  create({ contactPoints: [{ kind: 'wechat', value: '13800001107' }] })
  expect(find({ field: 'phone', test: 'contains', text: '0000 11' })).toEqual([plain, spaced])
  expect(find({ field: 'phone', test: 'is', text: '138-0000-1107' })).toEqual([plain, spaced])
  expect(find({ field: 'phone', test: 'contains', text: '138*' })).toEqual([masked])
})

test('birthdays of the next days go over the end of the year, with or without a year of birth', () => {
  const [newYear, yearless, later] = [
    create({ birthOn: '1988-01-02' }),
    create({ birthOn: '--12-30' }),
    create({ birthOn: '1990-01-08' }),
  ]
  create({ birthOn: '1990' })
  const soon = (days: number) => find({ field: 'birthday', test: 'next-days', days }, '2026-12-28')
  expect(soon(7)).toEqual([newYear, yearless])
  expect(soon(11)).toEqual([newYear, yearless, later])
  expect(soon(1)).toEqual([])
})

test('29 February is kept on the 28th where the year has none', () => {
  expect(birthdaysWithin(day('2027-02-27'), 1)).toEqual(['02-27', '02-28', '02-29'])
  expect(birthdaysWithin(day('2028-02-27'), 1)).toEqual(['02-27', '02-28'])
  expect(birthdaysWithin(day('2026-11-22'), 36_500)).toHaveLength(366)
})

test('not bought in the last days finds also those who never bought', () => {
  const never = create({})
  const lately = create({})
  database.db.prepare('UPDATE customer_total SET last_on = ? WHERE customer_id = ?').run('2026-08-24', lately)
  expect(find({ field: 'lastOn', test: 'last-days', days: 90 })).toEqual([lately])
  expect(find({ field: 'lastOn', test: 'not-last-days', days: 90 })).toEqual([never])
  expect(find({ field: 'lastOn', test: 'not-last-days', days: 89 })).toEqual([never, lately])
})

test('a day of entry is a day where the shop is', () => {
  // 16:00 in UTC is midnight in Shanghai.
  const created = (now: string) => createCustomer(database.db, draftOf(), { ...act, now }).customerId
  created('2026-11-20T15:59:59.000Z')
  const on21 = created('2026-11-20T16:00:00.000Z')
  created('2026-11-21T16:00:00.000Z')
  const only21 = { from: day('2026-11-21'), to: day('2026-11-21') }
  expect(find({ field: 'createdOn', test: 'day-between', ...only21 })).toEqual([on21])
})

test('what was found is found anew after a card was edited or deleted', () => {
  const [one, two] = [create({ occupation: '教师' }), create({ occupation: '司机' })]
  const teachers = () => find({ field: 'occupation', test: 'is', text: '教师' })
  expect(teachers()).toEqual([one])
  editCustomer(database.db, two, draftOf({ occupation: '教师' }), draftOf({ occupation: '司机' }), act)
  expect(teachers()).toEqual([one, two])
  deleteCustomers(database.db, [one], act)
  expect(teachers()).toEqual([two])
})

test('a field that was taken off the form, and a test that does not fit, are said with the field', () => {
  const invalid = (condition: FilterCondition) => {
    try {
      find(condition)
      return 'fine'
    } catch (error) {
      return (error as { data: unknown }).data
    }
  }
  const code = { code: 'filter-invalid', retry: false }
  expect(invalid({ field: 'field:1', test: 'contains', text: '样' })).toBe('fine')
  setFieldHidden(database.db, 1, true, act)
  expect(invalid({ field: 'field:1', test: 'contains', text: '样' })).toEqual({
    ...{ ...code, details: { field: 'field:1' } },
  })
  expect(invalid({ field: 'gender', test: 'contains', text: '女' })).toEqual({
    ...{ ...code, details: { field: 'gender' } },
  })
  expect(invalid({ field: 'segment', test: 'filled' })).toMatchObject(code)
})
