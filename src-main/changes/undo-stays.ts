import type { ReadableDb } from '#main/database/db.ts'
import { type LoggedTable, listCreatedRanges } from './change.queries.ts'
import { findCustomerOfRow } from './undo.queries.ts'
import { derivedColumns, isCreated, type UndoConflict } from './undo-conflicts.ts'
import {
  type CreatedRange,
  findOrderOfRow,
  listChangedByLaterImports,
  listCustomersOfOrders,
  listForeignUses,
  listKeysOf,
  listPartsOf,
} from './undo-stays.queries.ts'

/** Created records that stay although their creation is taken back, because others built on them. */
export type StayingRecords = {
  /** Stripped to what the others need: the name, and the keys by which they are found. */
  readonly customers: readonly number[]
  /** With all their lines and refunds: the later file holds them too. */
  readonly orders: readonly number[]
}

/**
 * Lists the customers and orders that a change set created and that stay when it is taken back: rows of other acts hang on
 * them, or a later import changed them.
 */
export function listStaying(db: ReadableDb, changeSetId: number): StayingRecords {
  const ranges = listCreatedRanges(db, changeSetId)
  const derived = [...derivedColumns]
  const changed = (table: 'customer' | 'sales_order') =>
    listChangedByLaterImports(db, table, changeSetId, ranges, derived)
  const orders = [...new Set([...listForeignUses(db, 'sales_order', ranges), ...changed('sales_order')])]
  const customers = new Set([
    ...listForeignUses(db, 'customer', ranges),
    ...changed('customer'),
    ...listCustomersOfOrders(db, orders).filter(id => isCreated(ranges, 'customer', id)),
  ])
  return { customers: [...customers], orders }
}

/** By table: the created rows that are not removed. */
export type KeptRows = ReadonlyMap<LoggedTable, readonly number[]>

/** What of the created rows an undo leaves: whole cards and orders that are kept by choice, and what others need. */
export function keptRows(
  db: ReadableDb,
  ranges: readonly CreatedRange[],
  staying: StayingRecords,
  keptByChoice: readonly UndoConflict[],
): { readonly rows: KeptRows; readonly stripped: readonly number[] } {
  const chosen = recordsOf(db, ranges, keptByChoice)
  const orders = [...new Set([...staying.orders, ...chosen.orders])]
  const owners = listCustomersOfOrders(db, chosen.orders).filter(id => isCreated(ranges, 'customer', id))
  const stripped = [...new Set([...staying.customers, ...owners])].filter(id => !chosen.customers.has(id))
  const whole = [...chosen.customers]
  const keys = listKeysOf(db, stripped)
  const ofCards = (table: LoggedTable) => listPartsOf(db, table, 'customer_id', whole)
  const ofOrders = (table: LoggedTable) => listPartsOf(db, table, 'sales_order_id', orders)
  const edited = (table: LoggedTable) => chosen.rows.filter(row => row.table === table).map(row => row.rowId)
  const kept: readonly (readonly [LoggedTable, readonly number[]])[] = [
    ['customer', [...whole, ...stripped]],
    ['contact_point', [...ofCards('contact_point'), ...keys.phones]],
    ['customer_identity', [...ofCards('customer_identity'), ...keys.identities]],
    ['customer_tag', ofCards('customer_tag')],
    ['field_value', ofCards('field_value')],
    ['file_entry', ofCards('file_entry')],
    ['funnel_step', ofCards('funnel_step')],
    ['credit_record', ofCards('credit_record')],
    ['attachment', ofCards('attachment')],
    ['card_change', ofCards('card_change')],
    ['win_back', ofCards('win_back')],
    ['card_dismissal', ofCards('card_dismissal')],
    ['field_source', ofCards('field_source')],
    ['quality_decision', ofCards('quality_decision')],
    ['opening_balance', ofCards('opening_balance')],
    ['sales_order', orders],
    ['order_line', ofOrders('order_line')],
    ['refund', ofOrders('refund')],
  ]
  return { stripped, rows: new Map(kept.map(([table, ids]) => [table, [...ids, ...edited(table)]])) }
}

/** The created customers and orders to which edited rows belong, and the edited rows that are created ones. */
function recordsOf(db: ReadableDb, ranges: readonly CreatedRange[], conflicts: readonly UndoConflict[]) {
  const customers = new Set<number>()
  const orders = new Set<number>()
  const rows: { table: LoggedTable; rowId: number }[] = []
  for (const { table, rowId, customerId } of conflicts) {
    const orderId = findOrderOfRow(db, table, rowId)
    const owner = customerId ?? findCustomerOfRow(db, table, rowId)
    if (orderId === null && owner !== null && isCreated(ranges, 'customer', owner)) customers.add(owner)
    if (orderId !== null && isCreated(ranges, 'sales_order', orderId)) orders.add(orderId)
    if (isCreated(ranges, table, rowId)) rows.push({ table, rowId })
  }
  return { customers, orders: [...orders], rows }
}
