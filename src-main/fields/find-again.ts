import { raiseRevision } from '#main/changes/revision.service.ts'
import type { WritableDb } from '#main/database/db.ts'
import { queueForIndexing } from '#main/search/search-queue.service.ts'
import { listCustomersOfFields } from './field-value.queries.ts'

/** Notes for the search index that values of some fields are shown from now on, or no longer. Empty: nobody has any. */
export function findAgain(db: WritableDb, fieldIds: readonly number[]): void {
  const customerIds = listCustomersOfFields(db, fieldIds)
  if (customerIds.length === 0) return
  queueForIndexing(db, customerIds)
  raiseRevision(db, 'customers')
}
