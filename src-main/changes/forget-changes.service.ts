import type { WritableDb } from '#main/database/db.ts'
import { deleteChangesOfCustomers, deleteEmptyChangeSets } from './forget-changes.queries.ts'

/**
 * Takes customers out of the change log, before they are deleted for good: nothing of them can be read there or taken back.
 * Steps that changed nobody else go with them.
 *
 * Cost: one pass over the log for each kind of record that hangs on a customer.
 */
export function forgetChangesOf(db: WritableDb, customerIds: readonly number[]): void {
  deleteEmptyChangeSets(db, deleteChangesOfCustomers(db, customerIds))
}
