import { createHash } from 'node:crypto'
import { recordAuditEvent } from '#main/audit/audit-event.service.ts'
import type { Act } from '#main/changes/change-log.service.ts'
import { forgetChangesOf, tablesOfCustomer } from '#main/changes/forget-changes.service.ts'
import { raiseRevision } from '#main/changes/revision.service.ts'
import type { WritableDb } from '#main/database/db.ts'
import { forgetRowsOf } from '#main/imports/import-forget.service.ts'
import { forgetSearches } from '#main/search/recent-searches.service.ts'
import { optimizeSearchIndex } from '#main/search/search-index.service.ts'
import { inSteps, type Tick, untold } from '#main/threads/tick.ts'
import { binDays } from '#shared/domain/customer-bin.ts'
import { listBinIds, listBinIdsBefore } from './bin.queries.ts'
import { deleteCustomersForGood, listWholeFiles } from './purge.queries.ts'

const msPerDay = 86_400_000

/**
 * Deletes customers in the bin for good, with null all of them: files merged into them, orders, their lines in the change log,
 * the original cells of their import rows and what was searched for go with them. It cannot be taken back; the audit keeps the number.
 *
 * Errors: cancelled, and nobody is deleted.
 * Shape: customers who are not in the bin are passed over. `purged` counts files of the bin, without those merged into them.
 * Cost: a pass over the change log and the rows of imports, and the merge of the search index, some seconds at 200,000 customers.
 */
export function purgeCustomers(
  db: WritableDb,
  customerIds: readonly number[] | null,
  act: Act,
  tick: Tick = untold,
) {
  const binned = new Set(listBinIds(db))
  const wanted = customerIds === null ? [...binned] : [...new Set(customerIds)].filter(id => binned.has(id))
  if (wanted.length === 0) return { purged: 0, orders: 0 }
  const orders = db.transaction(() => {
    const partOf = (from: number, to: number): Tick => {
      return (done, total) =>
        tick(Math.round((from + ((to - from) * done) / total) * wanted.length), wanted.length)
    }
    const files = listWholeFiles(db, wanted)
    forgetChangesOf(db, files, partOf(0, 0.3))
    forgetRowsOf(db, files, partOf(0.3, 0.5))
    forgetSearches(db)
    let deleted = 0
    // Those that were merged into others stand behind them and refer to them: they go first.
    for (const some of inSteps(files.toReversed(), partOf(0.5, 1)))
      deleted += deleteCustomersForGood(db, some, tablesOfCustomer())
    const subject = `customers:${wanted.length}`
    const digest = createHash('sha256').update(subject).digest('hex')
    recordAuditEvent(db, { made_at: act.now, actor: act.actor, action: 'customers.purged', subject, digest })
    raiseRevision(db, 'customers')
    raiseRevision(db, 'orders')
    return deleted
  })
  // Tokens that were removed stay in the file until the index is merged.
  optimizeSearchIndex(db)
  return { purged: wanted.length, orders }
}

/** Deletes for good whoever lay in the bin for ninety days. Empty: 0 when nobody did. */
export function purgeExpired(db: WritableDb, act: Act): number {
  const due = listBinIdsBefore(db, new Date(Date.parse(act.now) - binDays * msPerDay).toISOString())
  return due.length === 0 ? 0 : purgeCustomers(db, due, act).purged
}
