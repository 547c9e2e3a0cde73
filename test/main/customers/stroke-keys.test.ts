import { afterEach, beforeEach, expect, test } from 'vitest'
import { undoChangeSet } from '#main/changes/undo.service.ts'
import { writeCells } from '#main/customers/cells/write-cells.ts'
import { createCustomer, editCustomer, getCustomerDraft } from '#main/customers/customer.service.ts'
import { customerIdsInOrder } from '#main/customers/customer-order.ts'
import { mergeCustomers } from '#main/identities/merge.service.ts'
import { splitMerge } from '#main/identities/split.service.ts'
import { splitIdentity } from '#main/identities/split-identity.service.ts'
import { strokeSortKey } from '#main/search/stroke.service.ts'
import { packTexts } from '#shared/domain/cell-edit.ts'
import { proposedSplit } from '#shared/domain/customer-merge.ts'
import { act, draftOf } from '#test/helpers/builders.ts'
import { ImportArchive } from '#test/helpers/import-archive.ts'

let archive: ImportArchive
beforeEach(() => {
  archive = new ImportArchive()
})
afterEach(() => archive.close())

const create = (name: string) => createCustomer(archive.db, draftOf({ name }), act)
const rename = (customerId: number, name: string) => {
  const seen = getCustomerDraft(archive.db, customerId)
  return editCustomer(archive.db, customerId, { ...seen, name }, seen, act).changeSetId ?? 0
}
const undo = (changeSetId: number) =>
  undoChangeSet(archive.db, { changeSetId, edited: 'revert', actor: 'operator', madeAt: act.now }).changeSetId
const stored = () =>
  archive.rows<{ name: string; key: string | null }>('SELECT name, name_strokes AS key FROM customer')
const expectKeys = (...names: readonly string[]) => {
  const rows = stored()
  expect(rows.map(({ name }) => name).toSorted()).toEqual([...names].toSorted())
  for (const { name, key } of rows) expect(key, name).toBe(strokeSortKey(name))
}

test('every way in which a name is written writes its stroke key: form, cells, undo and redo', () => {
  const { customerId } = create('林样一')
  expectKeys('林样一')
  const edit = rename(customerId, '丁样二')
  expectKeys('丁样二')
  const undone = undo(edit)
  expectKeys('林样一')
  undo(undone)
  expectKeys('丁样二')
  const block = { customerIds: [customerId], columns: ['name' as const] }
  writeCells(archive.db, { ...block, typed: packTexts(['马样三']), seen: packTexts(['丁样二']) }, act)
  expectKeys('马样三')
})

test('an import writes it for new names and for those that it replaces', () => {
  const table = (name: string) => [
    ['会员ID', '昵称', '姓名', '手机'],
    ['u1', '甲猫', name, '13800001107'],
  ]
  archive.import(table('林样一'))
  expectKeys('林样一')
  archive.import(table('丁样二'))
  expectKeys('丁样二')
})

test('merging, splitting and separating a buyer write it', () => {
  const { customerId: survivorId } = create('林样一')
  const { customerId: otherId } = create('马样二')
  mergeCustomers(
    archive.db,
    { survivorId, otherIds: [otherId], sources: { name: otherId }, importBatchId: null },
    act,
  )
  expectKeys('马样二', '马样二')
  const [merge] = archive.rows<{ id: number }>('SELECT customer_merge_id AS id FROM customer_merge')
  splitMerge(archive.db, { mergeId: merge?.id ?? 0, choices: proposedSplit }, act)
  expectKeys('林样一', '马样二')
  const identity = archive.db
    .prepare(
      "INSERT INTO customer_identity (customer_id, kind, platform, shop, value) VALUES (?, 'buyer-id', 'taobao', '', 'tb-1')",
    )
    .run(survivorId)
  splitIdentity(archive.db, { identityId: identity.lastInsertRowid, name: '丁样三' }, act)
  expectKeys('林样一', '马样二', '丁样三')
})

test('what was written down before there were stroke keys is taken back with the right ones', () => {
  const { customerId } = create('林样一')
  const edit = rename(customerId, '丁样二')
  archive.db.prepare("DELETE FROM change WHERE column_name = 'name_strokes'").run()
  undo(edit)
  expectKeys('林样一')
})

test('names written by each of these ways stand in the order of their strokes', () => {
  const ids = ['林样一', '丁样二', '马样三'].map(name => create(name).customerId)
  expect(customerIdsInOrder(archive.db, 'nameStrokes', false)).toEqual([ids[1], ids[2], ids[0]])
  expect(customerIdsInOrder(archive.db, 'nameStrokes', true)).toEqual([ids[0], ids[2], ids[1]])
})
