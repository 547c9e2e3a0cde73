import type { WritableDb } from '#main/database/db.ts'
import type { Tick } from '#main/threads/tick.ts'
import type { LoggedTable } from './change.queries.ts'
import { deleteChangesOfCustomers, deleteEmptyChangeSets } from './forget-changes.queries.ts'
import { dependants } from './undo.queries.ts'

/**
 * Takes customers out of the change log, before they are deleted for good: nothing of them can be read there or taken back.
 * Steps that changed nobody else go with them.
 *
 * Cost: one pass over the log for each kind of record that hangs on a customer.
 */
export function forgetChangesOf(db: WritableDb, customerIds: readonly number[], tick: Tick): void {
  deleteEmptyChangeSets(db, deleteChangesOfCustomers(db, customerIds, tick))
}

/** Names the logged tables whose rows hang on a customer: what goes when a customer is deleted for good. */
export function tablesOfCustomer(): LoggedTable[] {
  return (dependants.customer ?? []).map(([table]) => table)
}
