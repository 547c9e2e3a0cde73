import { type Act, changeTogether } from '#main/changes/change-log.service.ts'
import { raiseRevision } from '#main/changes/revision.service.ts'
import type { WritableDb } from '#main/database/db.ts'
import { refreshCustomerTotals } from '#main/orders/customer-total.service.ts'
import { queueForIndexing } from '#main/search/search-queue.service.ts'
import { inSteps, type Tick, untold } from '#main/threads/tick.ts'
import { listBinIds, listBinRows, updateRestored } from './bin.queries.ts'

/**
 * Takes customers out of the bin, with null all of them; their orders are back in all figures. One act, taken back as one.
 *
 * Shape: `restored` counts those who were in the bin; others are passed over, files that were merged among them.
 * Empty: changeSetId null when nobody was in the bin.
 */
export function restoreCustomers(
  db: WritableDb,
  customerIds: readonly number[] | null,
  act: Act,
  tick: Tick = untold,
) {
  let restored = 0
  const facts = { kind: 'customers-restored', actor: act.actor, madeAt: act.now }
  const changeSetId = changeTogether(db, facts, recorder => {
    const wanted = customerIds === null ? listBinIds(db) : [...new Set(customerIds)]
    for (const some of inSteps(wanted, tick)) {
      const rows = listBinRows(db, some)
      const ids = rows.map(({ customerId }) => customerId)
      restored += ids.length
      for (const { customerId, deletedAt } of rows)
        recorder.updated('customer', customerId, 'deleted_at', deletedAt, null)
      updateRestored(db, ids)
      refreshCustomerTotals(db, ids)
      queueForIndexing(db, ids)
    }
    if (restored === 0) return
    raiseRevision(db, 'customers')
    raiseRevision(db, 'orders')
  })
  return { changeSetId, restored }
}
