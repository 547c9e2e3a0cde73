import { inflateRawSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findUndoStep } from '#main/changes/change.queries.ts'
import { tablesOfCustomer } from '#main/changes/forget-changes.service.ts'
import { undoChangeSet } from '#main/changes/undo.service.ts'
import { addTagsToMany, removeTagsFromMany } from '#main/customers/batch-tags.ts'
import { countBin } from '#main/customers/bin.queries.ts'
import { deleteCustomers, editCustomer, getCustomerFile } from '#main/customers/customer.service.ts'
import { listCustomerIds } from '#main/customers/customer-list.queries.ts'
import { purgeCustomers, purgeExpired } from '#main/customers/purge.ts'
import { addEntry, removeEntry, saveEntry } from '#main/entries/entry.service.ts'
import { mergeCustomers } from '#main/identities/merge.service.ts'
import { undoImport } from '#main/imports/import-undo.service.ts'
import { rememberSearch } from '#main/search/recent-searches.service.ts'
import { indexQueuedCustomers } from '#main/search/search-index.service.ts'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CustomerDraft } from '#shared/domain/customer.ts'
import { act, draftOf } from '#test/helpers/builders.ts'
import { ImportArchive } from '#test/helpers/import-archive.ts'

/*
 * Two customers come by import with orders of their own. One is edited, tagged, merged with a third, deleted and purged; not a
 * word of that one may be left in any table, and nothing of the other one may change.
 */
let archive: ImportArchive
beforeEach(() => {
  archive = new ImportArchive()
})
afterEach(() => archive.close())

const members = [
  ['姓名', '手机号', '备注'],
  ['林隐一', '13800001107', '隐去甲'],
  ['王留二', '13900002208', '留下乙'],
  ['林隐三', '13700003309', '隐去丙'],
]
const orders = [
  ['订单号', '买家姓名', '手机号', '下单时间', '实付金额', '商品名称', '收货地址'],
  ['T1001', '林隐一', '13800001107', '2026-08-01', '120.00', '样品', '隐去路 1 号'],
  ['T1002', '王留二', '13900002208', '2026-08-02', '80.00', '样品', '留下路 2 号'],
]
const secrets = ['林隐一', '林隐三', '13800001107', '13700003309', '隐去', 'T1001']

/** Every value of every table as text; stored cells of imports are opened. */
function everything(): string {
  const tables = archive.rows<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_%' AND name NOT LIKE 'sqlite_%'",
  )
  return tables
    .flatMap(({ name }) => archive.rows(`SELECT * FROM ${name}`))
    .flatMap(row => Object.values(row as object))
    .map(value => (value instanceof Uint8Array ? openCells(value) : String(value)))
    .join('\n')
}

function openCells(bytes: Uint8Array): string {
  try {
    return inflateRawSync(bytes).toString('utf8')
  } catch {
    return ''
  }
}

const held = () => secrets.filter(secret => everything().includes(secret))
const idOf = (name: string) =>
  archive.rows<{ customer_id: number }>(`SELECT customer_id FROM customer WHERE name = '${name}'`)[0]
    ?.customer_id ?? 0
const at = (now: string) => ({ ...act, now })

function prepare() {
  const imported = archive.import(members)
  archive.import(orders)
  const [hidden, kept, merged] = [idOf('林隐一'), idOf('王留二'), idOf('林隐三')]
  const seen: CustomerDraft = draftOf({
    ...{ name: '林隐一', note: '隐去甲', contactPoints: [{ kind: 'phone', value: '13800001107' }] },
  })
  const address = { kind: 'address' as const, value: '隐去路 9 号' }
  const file = getCustomerFile(archive.db, hidden, 0)
  const before = { ...seen, contactPoints: file.contactPoints.map(({ kind, value }) => ({ kind, value })) }
  editCustomer(
    archive.db,
    hidden,
    { ...before, note: '隐去后来写的', contactPoints: [...before.contactPoints, address] },
    before,
    act,
  )
  addTagsToMany(archive.db, [hidden, kept], ['老客'], act)
  const call = (note: string) => ({
    kind: 'service' as const,
    happenedOn: CalendarDate.parse('2026-08-03'),
    note,
  })
  const { entryId } = addEntry(archive.db, hidden, call('隐去的来电'), act)
  saveEntry(archive.db, entryId, call('隐去的来电，已回'), act)
  const another = addEntry(archive.db, merged, call('另一次'), act).entryId
  saveEntry(archive.db, another, call('隐去的另一次'), act)
  saveEntry(archive.db, another, call('又一次'), act)
  removeEntry(archive.db, another, act)
  addEntry(archive.db, merged, call('隐去的第三次'), act)
  removeTagsFromMany(archive.db, [hidden], [1], act)
  mergeCustomers(
    archive.db,
    { survivorId: hidden, otherIds: [merged], sources: {}, importBatchId: null },
    act,
  )
  deleteCustomers(archive.db, [hidden], at('2026-08-20T00:00:00.000Z'))
  rememberSearch(archive.db, '林隐一 隐去')
  while (indexQueuedCustomers(archive.db, 1000) > 0);
  return { hidden, kept, imported }
}

test('nothing of a purged customer is left in any table, and the others are as before', () => {
  const { hidden, kept } = prepare()
  expect(held()).toEqual(secrets)
  const before = JSON.stringify(getCustomerFile(archive.db, kept, 10))
  expect(purgeCustomers(archive.db, [hidden, kept], act)).toEqual({ purged: 1, orders: 1 })
  expect(held()).toEqual([])
  expect(JSON.stringify(getCustomerFile(archive.db, kept, 10))).toBe(before)
  expect(everything()).toContain('留下乙')
  expect(countBin(archive.db)).toBe(0)
  expect(archive.rows('PRAGMA foreign_key_check')).toEqual([])
})

test('every table that names a customer is emptied of a purged one', () => {
  const { hidden } = prepare()
  purgeCustomers(archive.db, null, act)
  const columns = archive.rows<{ table: string; column: string }>(
    `SELECT schema.name AS "table", info.name AS "column" FROM sqlite_schema AS schema
     JOIN pragma_table_info(schema.name) AS info
     WHERE schema.type = 'table' AND info.name IN ('customer_id', 'survivor_id', 'merged_into_id', 'low_id', 'high_id')`,
  )
  expect(columns.length).toBeGreaterThan(15)
  for (const { table, column } of columns)
    expect(archive.rows(`SELECT 1 FROM ${table} WHERE ${column} = ${hidden}`), `${table}.${column}`).toEqual(
      [],
    )
})

test('steps that changed nobody else are no steps to take back any more; those that changed others still are', () => {
  const { hidden, kept } = prepare()
  purgeCustomers(archive.db, [hidden], act)
  const step = findUndoStep(archive.db)
  expect(step?.kind).toBe('customers-tagged')
  undoChangeSet(archive.db, {
    ...{ changeSetId: step?.change_set_id ?? 0, edited: 'revert' as const },
    ...{ actor: 'operator', madeAt: act.now },
  })
  expect(getCustomerFile(archive.db, kept, 0).tags).toEqual([])
})

test('the import that brought a purged customer can still be taken back', () => {
  const { hidden, imported } = prepare()
  purgeCustomers(archive.db, [hidden], act)
  const orderBatch =
    archive.rows<{ id: number }>('SELECT max(import_batch_id) AS id FROM import_batch')[0]?.id ?? 0
  const job = { isCancelled: () => false, progress: () => undefined }
  for (const importBatchId of [orderBatch, imported.importBatchId ?? 0])
    undoImport(archive.db, { importBatchId, edited: 'revert' }, act, job)
  expect(listCustomerIds(archive.db, 'name', false)).toEqual([])
})

test('a purged customer who comes again by import is a new one, with the orders', () => {
  const { hidden } = prepare()
  purgeCustomers(archive.db, [hidden], act)
  archive.import(members)
  archive.import(orders)
  const again = idOf('林隐一')
  expect(again).toBeGreaterThan(hidden)
  expect(getCustomerFile(archive.db, again, 10).total.spendMinor).toBe(12_000)
})

test('who lay in the bin for ninety days goes by itself, not a moment before', () => {
  prepare()
  expect(purgeExpired(archive.db, at('2026-11-17T23:59:59.000Z'))).toBe(0)
  expect(purgeExpired(archive.db, at('2026-11-18T00:00:00.001Z'))).toBe(1)
  expect(purgeExpired(archive.db, at('2026-11-18T00:00:00.001Z'))).toBe(0)
  expect(held()).toEqual([])
})

test('the audit keeps how many were deleted for good, and no name', () => {
  const { hidden } = prepare()
  purgeCustomers(archive.db, [hidden], act)
  expect(archive.rows("SELECT action, subject FROM audit_event WHERE action = 'customers.purged'")).toEqual([
    { action: 'customers.purged', subject: 'customers:1' },
  ])
})

test('every table whose rows belong to a customer is known to the change log, or goes with the customer by itself', () => {
  const tables = archive.rows<{ name: string }>(
    `SELECT DISTINCT schema.name FROM sqlite_schema AS schema JOIN pragma_foreign_key_list(schema.name) AS key
     WHERE schema.type = 'table' AND key."table" = 'customer' AND key."from" = 'customer_id'
       AND key.on_delete <> 'CASCADE'`,
  )
  const known: string[] = tablesOfCustomer()
  expect(tables.map(({ name }) => name).filter(name => !known.includes(name))).toEqual([])
})
