import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { beginChangeSet } from '#main/changes/change-log.service.ts'
import { getRevision, raiseRevision } from '#main/changes/revision.service.ts'
import { listUndoConflicts, undoChangeSet } from '#main/changes/undo.service.ts'
import { createCustomer, editCustomer } from '#main/customers/customer.service.ts'
import { refreshCustomerTotals } from '#main/orders/customer-total.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { act, draftOf, dumpArchive, insertOrder } from '#test/helpers/builders.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'

let archive: TestDatabase
beforeEach(() => {
  archive = openTestDatabase()
})
afterEach(() => archive.close())

const insertBatch = () =>
  archive.db
    .prepare(
      `INSERT INTO import_batch (state, kind, file_name, file_size_bytes, file_sha256, sheet_name, header_row, platform, shop, mapping,
        row_count, created_count, updated_count, unchanged_count, rejected_count, customers_created, orders_created, lines_created,
        rows_without_customer, committed_at, elapsed_ms)
       VALUES ('committed', 'customers', 'a.xlsx', 1, '', '', 1, '', '', '[]', 0, 0, 0, 0, 0, 0, 0, 0, 0, ?, 0)`,
    )
    .run(act.now).lastInsertRowid

/** Changes a customer's occupation as an import would: a change set that belongs to a batch. */
const importOccupation = (customerId: number, occupation: string | null): number =>
  archive.db.transaction(() => {
    const before = archive.db
      .prepareRead<{ occupation: string | null }>('SELECT occupation FROM customer WHERE customer_id = ?')
      .get(customerId)
    const set = beginChangeSet(archive.db, {
      kind: 'import',
      actor: 'operator',
      madeAt: act.now,
      importBatchId: insertBatch(),
    })
    set.updated('customer', customerId, 'occupation', before?.occupation ?? null, occupation)
    archive.db.prepare('UPDATE customer SET occupation = ? WHERE customer_id = ?').run(occupation, customerId)
    return set.changeSetId
  })

const occupationOf = (customerId: number) =>
  archive.db
    .prepareRead<{ occupation: string | null }>('SELECT occupation FROM customer WHERE customer_id = ?')
    .get(customerId)?.occupation

const undo = (changeSetId: number, edited: 'keep' | 'revert' | null) =>
  undoChangeSet(archive.db, { changeSetId, edited, actor: 'operator', madeAt: act.now })

const codeOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    return error instanceof AppError ? error.code : error
  }
  return 'nothing was thrown'
}

describe('taking back an import that a later import has built on', () => {
  test('keeps the later value, and taking back the later one then leads to the value before both', () => {
    const { customerId } = createCustomer(archive.db, draftOf({ occupation: '教师' }), act)
    const first = importOccupation(customerId, '医生')
    const second = importOccupation(customerId, '司机')
    expect(listUndoConflicts(archive.db, first)).toEqual([])
    undo(first, null)
    expect(occupationOf(customerId)).toBe('司机')
    undo(second, null)
    expect(occupationOf(customerId)).toBe('教师')
  })
})

describe('a value edited by hand after an import', () => {
  const prepare = () => {
    const { customerId } = createCustomer(archive.db, draftOf({ occupation: '教师' }), act)
    const set = importOccupation(customerId, '医生')
    const seen = draftOf({ occupation: '医生' })
    editCustomer(archive.db, customerId, { ...seen, occupation: '店主' }, seen, act)
    return { customerId, set }
  }

  test('is listed, and without a choice nothing is taken back', () => {
    const { set } = prepare()
    const before = dumpArchive(archive.db)
    expect(listUndoConflicts(archive.db, set)).toMatchObject([
      { column: 'occupation', now: '店主', before: '教师' },
    ])
    expect(codeOf(() => undo(set, null))).toBe('import-conflicts')
    expect(dumpArchive(archive.db)).toBe(before)
  })

  test('stays when the operator keeps it', () => {
    const { customerId, set } = prepare()
    expect(undo(set, 'keep').kept).toBe(1)
    expect(occupationOf(customerId)).toBe('店主')
  })

  test('goes back to the value before the import when the operator reverts it', () => {
    const { customerId, set } = prepare()
    undo(set, 'revert')
    expect(occupationOf(customerId)).toBe('教师')
  })
})

describe('rows created in ranges', () => {
  const importCustomers = (count: number) =>
    archive.db.transaction(() => {
      const ids = Array.from({ length: count }, () => createCustomer(archive.db, draftOf(), act).customerId)
      const set = beginChangeSet(archive.db, {
        kind: 'import',
        actor: 'operator',
        madeAt: act.now,
        importBatchId: insertBatch(),
      })
      set.created('customer', Math.min(...ids), Math.max(...ids))
      return { ids, changeSetId: set.changeSetId }
    })

  test('go with their totals, except those that orders of others still need', () => {
    const { ids, changeSetId } = importCustomers(3)
    const [, kept = 0] = ids
    insertOrder(archive.db, { customerId: kept, orderedOn: '2026-01-02', netMinor: 100 })
    refreshCustomerTotals(archive.db, ids)
    const result = undo(changeSetId, null)
    expect(result).toMatchObject({ customersRemoved: 2, kept: 1 })
    const left = archive.db
      .prepareRead<{ customer_id: number }>('SELECT customer_id FROM customer_total')
      .all()
    expect(left).toEqual([{ customer_id: kept }])
  })

  test('cannot be taken back twice', () => {
    const { changeSetId } = importCustomers(1)
    undo(changeSetId, null)
    expect(codeOf(() => undo(changeSetId, null))).toBe('import-already-undone')
  })

  test('stay as they were when the undo is cancelled half-way', () => {
    const { changeSetId } = importCustomers(2)
    const before = dumpArchive(archive.db)
    const job = { isCancelled: () => true, progress: () => undefined }
    const request = { changeSetId, edited: null, actor: 'operator', madeAt: act.now }
    expect(codeOf(() => undoChangeSet(archive.db, request, job))).toBe('cancelled')
    expect(dumpArchive(archive.db)).toBe(before)
  })
})

describe('revisions', () => {
  test('name each topic with the number of its writes', () => {
    raiseRevision(archive.db, 'customers')
    raiseRevision(archive.db, 'customers')
    raiseRevision(archive.db, 'orders')
    expect(getRevision(archive.db)).toBe('customers:2 orders:1 rules:0')
  })
})
