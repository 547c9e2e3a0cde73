import type { WritableDb } from '#main/database/db.ts'
import { findLaterChange, updateChangeBefore } from './change.queries.ts'
import type { ChangeRecorder } from './change-log.service.ts'
import { findValue, updateValue } from './logged-row.queries.ts'
import { partsOfCard } from './undo-conflicts.ts'
import { deleteLoggedRows, deleteUnusedOfUndone, listLeftOver, listPartsOf } from './undo-stays.queries.ts'

/** What a created customer who stays for others loses. */
const strippedColumns = [
  ...['gender', 'birth_on', 'id_number', 'occupation', 'source', 'note', 'legacy_number', 'facts_on'],
]

/**
 * Takes from created customers who stay for others what the act knew of them. A value that a later act wrote stays; that
 * act then remembers that there was none.
 */
export function stripCustomers(
  db: WritableDb,
  customerIds: readonly number[],
  recorder: ChangeRecorder,
): void {
  for (const customerId of customerIds)
    for (const column of strippedColumns) {
      const cell = {
        table_name: 'customer',
        row_id: customerId,
        column_name: column,
        change_id: 0,
      } as const
      const later = findLaterChange(db, cell)
      const current = findValue(db, 'customer', column, customerId) ?? null
      if (later) updateChangeBefore(db, later.change_id, null)
      if (later || current === null) continue
      updateValue(db, 'customer', column, customerId, null)
      recorder.updated('customer', customerId, column, current, null)
    }
}

/**
 * Deletes what imports that were taken back before had created, and what was kept for rows that have gone now.
 *
 * Shape: how many customers and orders went, of those that the act touched.
 */
export function deleteLeftOver(
  db: WritableDb,
  changeSetId: number,
  touched: { readonly orders: readonly number[]; readonly customers: readonly number[] },
): { readonly customers: number; readonly orders: number } {
  const orders = listLeftOver(db, 'sales_order', touched.orders, changeSetId)
  for (const table of ['refund', 'order_line'] as const)
    deleteLoggedRows(db, table, listPartsOf(db, table, 'sales_order_id', orders))
  deleteLoggedRows(db, 'sales_order', orders)
  const customers = listLeftOver(db, 'customer', touched.customers, changeSetId)
  for (const table of [...partsOfCard, 'opening_balance'] as const)
    deleteLoggedRows(db, table, listPartsOf(db, table, 'customer_id', customers))
  deleteLoggedRows(db, 'customer', customers)
  for (const table of ['product', 'tag'] as const) deleteUnusedOfUndone(db, table)
  return { customers: new Set(customers).size, orders: orders.length }
}
