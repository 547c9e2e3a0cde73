import type { WritableDb } from '#main/database/db.ts'
import { replaceTotals, replaceTotalsOfRange } from './customer-total.queries.ts'

const sliceSize = 5000

/**
 * Computes the totals of customers anew from their counted orders and opening balances.
 *
 * Call it in the transaction that wrote orders, refunds or balances. Ids that no longer exist are passed over.
 * Empty: no ids, no work. Cost: one statement per 5,000 customers.
 */
export function refreshCustomerTotals(db: WritableDb, customerIds: readonly number[]): void {
  for (let start = 0; start < customerIds.length; start += sliceSize)
    replaceTotals(db, customerIds.slice(start, start + sliceSize))
}

/** The same for all customers of an id range, both ends included. */
export function refreshCustomerTotalsOfRange(db: WritableDb, firstId: number, lastId: number): void {
  if (lastId >= firstId) replaceTotalsOfRange(db, firstId, lastId)
}
