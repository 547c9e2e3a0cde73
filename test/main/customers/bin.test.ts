import { afterEach, beforeEach, expect, test } from 'vitest'
import { undoChangeSet } from '#main/changes/undo.service.ts'
import { countBin, listBinIds, listBinRows } from '#main/customers/bin.queries.ts'
import { restoreCustomers } from '#main/customers/bin.ts'
import { createCustomer, deleteCustomers, getCustomerFile } from '#main/customers/customer.service.ts'
import { listCustomerIds } from '#main/customers/customer-list.queries.ts'
import { mergeCustomers } from '#main/identities/merge.service.ts'
import { refreshCustomerTotals } from '#main/orders/customer-total.service.ts'
import { act, draftOf, dumpArchive, insertOrder } from '#test/helpers/builders.ts'
import { openTestDatabase } from '#test/helpers/test-database.ts'

let test_: ReturnType<typeof openTestDatabase>
beforeEach(() => {
  test_ = openTestDatabase()
})
afterEach(() => test_.close())

const create = (name: string) => createCustomer(test_.db, draftOf({ name }), act).customerId
const remove = (ids: readonly number[], now: string) => deleteCustomers(test_.db, ids, { ...act, now })
const restore = (ids: readonly number[] | null) => restoreCustomers(test_.db, ids, act)

test('the bin lists who was deleted last first, with the instant and what tells people of one name apart', () => {
  const one = create('样例甲')
  const withPhone = draftOf({ name: '样例乙', contactPoints: [{ kind: 'phone', value: '13800001107' }] })
  const two = createCustomer(test_.db, withPhone, act).customerId
  insertOrder(test_.db, { customerId: two, orderedOn: '2026-08-16', netMinor: 51_200 })
  refreshCustomerTotals(test_.db, [two])
  create('样例丙')
  remove([two], '2026-11-20T01:00:00.000Z')
  remove([one], '2026-11-21T01:00:00.000Z')
  expect(countBin(test_.db)).toBe(2)
  expect(listBinIds(test_.db)).toEqual([one, two])
  expect(listBinRows(test_.db, [two])).toEqual([
    {
      ...{ customerId: two, archiveNumber: 'X-000002', kind: 'individual', name: '样例乙' },
      ...{ phone: '13800001107', orderCount: 1, lastOn: '2026-08-16' },
      deletedAt: '2026-11-20T01:00:00.000Z',
    },
  ])
})

test('who is restored is as before, orders and figures included, and one undo deletes them again', () => {
  const [one = 0, two = 0] = [create('样例甲'), create('样例乙')]
  insertOrder(test_.db, { customerId: one, orderedOn: '2026-08-16', netMinor: 51_200 })
  refreshCustomerTotals(test_.db, [one])
  const before = dumpArchive(test_.db)
  remove([one, two], act.now)
  const inBin = dumpArchive(test_.db)
  const result = restore([one, two, two])
  expect(result.restored).toBe(2)
  expect(dumpArchive(test_.db)).toBe(before)
  expect(getCustomerFile(test_.db, one, 10).total.spendMinor).toBe(51_200)
  undoChangeSet(test_.db, {
    ...{ changeSetId: Number(result.changeSetId), edited: 'revert' as const },
    ...{ actor: 'operator', madeAt: act.now },
  })
  expect(dumpArchive(test_.db)).toBe(inBin)
})

test('all are restored at once; an empty bin writes no step', () => {
  const ids = [create('样例甲'), create('样例乙'), create('样例丙')]
  remove(ids.slice(1), act.now)
  expect(restore(null).restored).toBe(2)
  expect(listCustomerIds(test_.db, 'name', false).toSorted()).toEqual(ids.toSorted())
  expect(restore(null)).toEqual({ changeSetId: null, restored: 0 })
})

test('a file that was merged into another is not in the bin and cannot be restored from it', () => {
  const [survivor = 0, other = 0] = [create('样例甲'), create('样例甲')]
  mergeCustomers(test_.db, { survivorId: survivor, otherIds: [other], sources: {}, importBatchId: null }, act)
  expect(countBin(test_.db)).toBe(0)
  expect(listBinIds(test_.db)).toEqual([])
  expect(restore([other])).toEqual({ changeSetId: null, restored: 0 })
})
