import { afterEach, beforeEach, expect, test } from 'vitest'
import { saveCall } from '#main/calls/call.service.ts'
import { undoChangeSet } from '#main/changes/undo.service.ts'
import { createCustomer, deleteCustomers, getCustomerFile } from '#main/customers/customer.service.ts'
import { getEntries } from '#main/entries/entry.service.ts'
import { listFields, setFieldHidden } from '#main/fields/field.service.ts'
import { listStatedValues } from '#main/quality/field-source.service.ts'
import { searchCustomers } from '#main/search/search.service.ts'
import { indexQueuedCustomers } from '#main/search/search-index.service.ts'
import { type CallAnswer, callSteps } from '#shared/domain/call-script.ts'
import { act, draftOf, dumpArchive } from '#test/helpers/builders.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'

let archive: TestDatabase
beforeEach(() => {
  archive = openTestDatabase()
})
afterEach(() => archive.close())

/** The act is on 2026-11-21 in Shanghai. */
const today = '2026-11-21'
const fieldOf = (code: string) => {
  const fields = listFields(archive.db).flatMap(group => group.fields)
  const field = fields.find(one => one.code === code)
  if (!field) throw new Error(`no field ${code}`)
  return field
}
const answer = (code: string, value: CallAnswer['value'], seen: CallAnswer['seen'] = null): CallAnswer => ({
  ...{ fieldId: fieldOf(code).fieldId, seen, value },
})
const add = (facts = {}) => createCustomer(archive.db, draftOf(facts), act).customerId
const save = (customerId: number, answers: CallAnswer[], note: string | null = null) =>
  saveCall(archive.db, { customerId, answers, note }, act).changeSetId
const valuesOf = (customerId: number) => getCustomerFile(archive.db, customerId, 10).fields
const undo = (changeSetId: number | null) =>
  undoChangeSet(archive.db, {
    ...{ changeSetId: changeSetId ?? 0, edited: 'revert', actor: 'operator', madeAt: act.now },
  })
const channel = (code: string) =>
  fieldOf('purchase-channels').options.find(option => option.code === code)?.optionId ?? 0
const sixAnswers = () => {
  return [
    answer('purchase-channels', [channel('street-shop'), channel('online-shop')]),
    answer('brand-preference', ' 样例牌 '),
    answer('opinion', '包装太大'),
    answer('troubles', '宝宝挑食'),
    answer('expectations', '小包装'),
    answer('improvements', '发货快一点'),
  ]
}

test('B5: the script has five steps and asks for six fields, all of which the archive has', () => {
  expect(callSteps).toHaveLength(5)
  const codes = callSteps.flatMap(({ fieldCodes }) => fieldCodes)
  expect(codes.map(code => fieldOf(code).code)).toHaveLength(6)
})

test('B5: answers stand in their fields, each known by telephone as of today, with a note of service', () => {
  const customerId = add()
  save(customerId, sixAnswers(), '电话沟通\n品牌偏好：样例牌')
  const file = valuesOf(customerId)
  expect(file[fieldOf('brand-preference').fieldId]).toBe('样例牌')
  expect(file[fieldOf('improvements').fieldId]).toBe('发货快一点')
  const ways = [channel('online-shop'), channel('street-shop')]
  expect(file[fieldOf('purchase-channels').fieldId]).toEqual(ways)
  expect(Object.keys(file)).toHaveLength(6)
  const telephone = fieldOf('collection-method').options.find(({ code }) => code === 'phone-form')?.optionId
  const stated = listStatedValues(archive.db, customerId)
  expect(stated.map(({ source }) => [source.methodOptionId, source.statedOn])).toEqual(
    Array.from({ length: 6 }, () => [telephone, today]),
  )
  expect(getEntries(archive.db, customerId).map(({ entry }) => entry)).toEqual([
    { kind: 'service', happenedOn: today, note: '电话沟通\n品牌偏好：样例牌' },
  ])
  while (indexQueuedCustomers(archive.db, 100) > 0);
  expect(searchCustomers(archive.db, '宝宝挑食', 10).total).toBe(1)
})

test('a call is taken back as one', () => {
  const customerId = add()
  const before = dumpArchive(archive.db)
  const changeSetId = save(customerId, sixAnswers(), '电话沟通')
  expect(dumpArchive(archive.db)).not.toBe(before)
  undo(changeSetId)
  expect(dumpArchive(archive.db)).toBe(before)
  expect(listStatedValues(archive.db, customerId)).toEqual([])
  expect(getEntries(archive.db, customerId)).toEqual([])
})

test('nothing is written where nothing new was said; other fields of the file stay as they are', () => {
  const opinion = fieldOf('opinion').fieldId
  const customerId = add({ fields: { [opinion]: '包装太大', [fieldOf('hobbies').fieldId]: '钓鱼' } })
  expect(save(customerId, [answer('opinion', '包装太大', '包装太大')])).toBeNull()
  expect(listStatedValues(archive.db, customerId)).toEqual([])
  save(customerId, [answer('opinion', null, '包装太大')])
  expect(valuesOf(customerId)).toEqual({ [fieldOf('hobbies').fieldId]: '钓鱼' })
  expect(listStatedValues(archive.db, customerId)).toEqual([])
})

test('an answer does not overwrite what the caller had not seen, and then nothing of the call is written', () => {
  const customerId = add({ fields: { [fieldOf('opinion').fieldId]: '价格合适' } })
  const before = dumpArchive(archive.db)
  const late = () =>
    save(customerId, [answer('troubles', '宝宝挑食'), answer('opinion', '包装太大')], '电话沟通')
  expect(late).toThrow(expect.objectContaining({ code: 'conflict' }))
  expect(dumpArchive(archive.db)).toBe(before)
  expect(getEntries(archive.db, customerId)).toEqual([])
})

test('a customer in the bin and a field that is off the card take no answer', () => {
  const [gone, there] = [add(), add({ name: '样例乙' })]
  const answers = [answer('opinion', '包装太大')]
  deleteCustomers(archive.db, [gone], act)
  expect(() => save(gone, answers)).toThrow(expect.objectContaining({ code: 'not-found' }))
  setFieldHidden(archive.db, fieldOf('opinion').fieldId, true, act)
  expect(() => save(there, answers)).toThrow(expect.objectContaining({ code: 'not-found' }))
})
