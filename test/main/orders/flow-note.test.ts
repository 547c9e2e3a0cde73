import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { undoChangeSet } from '#main/changes/undo.service.ts'
import { createCustomer, deleteCustomers, getCustomerFile } from '#main/customers/customer.service.ts'
import { mergeCustomers } from '#main/identities/merge.service.ts'
import { saveFlowNote } from '#main/orders/sales-order.service.ts'
import { searchCustomers } from '#main/search/search.service.ts'
import { indexQueuedCustomers } from '#main/search/search-index.service.ts'
import { act, draftOf, insertOrder } from '#test/helpers/builders.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'

let archive: TestDatabase
let customerId: number
let salesOrderId: number
beforeEach(() => {
  archive = openTestDatabase()
  customerId = createCustomer(archive.db, draftOf(), act).customerId
  salesOrderId = insertOrder(archive.db, { customerId, orderedOn: '2026-08-16', netMinor: 100 })
})
afterEach(() => archive.close())

const save = (flowNote: string | null, seen: string | null = null) =>
  saveFlowNote(archive.db, { salesOrderId, seen, flowNote }, act)
const noteOf = (id = customerId) => getCustomerFile(archive.db, id, 10).orders[0]?.flowNote
const found = (text: string) => {
  while (indexQueuedCustomers(archive.db, 100) > 0);
  return searchCustomers(archive.db, text, 10).hits.map(({ matches }) => matches[0]?.field)
}
const undo = (changeSetId: number | null) =>
  undoChangeSet(archive.db, {
    ...{ changeSetId: changeSetId ?? 0, edited: 'revert', actor: 'operator', madeAt: act.now },
  })

describe('A10: where the goods of an order went', () => {
  test('is shown with the order, found by its words, changed and taken back', () => {
    save('  转卖给样例县超市，节日礼品 ')
    expect(noteOf()).toBe('转卖给样例县超市，节日礼品')
    expect(found('节日礼品')).toEqual(['flowNote'])
    const { changeSetId } = save('自用', '转卖给样例县超市，节日礼品')
    expect(found('节日礼品')).toEqual([])
    undo(changeSetId)
    expect(noteOf()).toBe('转卖给样例县超市，节日礼品')
    expect(found('节日礼品')).toEqual(['flowNote'])
    expect(save('转卖给样例县超市，节日礼品', '转卖给样例县超市，节日礼品').changeSetId).toBeNull()
  })

  test('is not written over what another wrote meanwhile, nor to an order in the bin', () => {
    save('自用')
    expect(() => save('转卖')).toThrow('conflict')
    deleteCustomers(archive.db, [customerId], act)
    archive.db.prepare('UPDATE sales_order SET deleted_at = ?').run(act.now)
    expect(() => save('转卖', '自用')).toThrow('not-found')
  })

  test('goes with the order to the file that the customer is merged into', () => {
    save('自用')
    const survivorId = createCustomer(archive.db, draftOf({ name: '样例乙' }), act).customerId
    mergeCustomers(archive.db, { survivorId, otherIds: [customerId], sources: {}, importBatchId: null }, act)
    expect(noteOf(survivorId)).toBe('自用')
  })
})
