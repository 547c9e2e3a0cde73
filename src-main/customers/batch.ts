import { type Act, type ChangeRecorder, changeTogether } from '#main/changes/change-log.service.ts'
import { raiseRevision } from '#main/changes/revision.service.ts'
import type { WritableDb } from '#main/database/db.ts'
import { queueForIndexing } from '#main/search/search-queue.service.ts'
import type { BatchRefusal, BatchResult } from '#shared/domain/batch-edit.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { type BatchCustomer, listBatchCustomers, updateEdited } from './batch.queries.ts'

type BatchWork = {
  readonly kind: 'customers-set' | 'cells-set' | 'customers-tagged' | 'customers-untagged'
  /** The day of what is written, where documents of earlier days must not replace it. */
  readonly factsOn: CalendarDate | null
  /** Writes and records; says who was changed. */
  readonly write: (
    recorder: ChangeRecorder,
    customers: readonly BatchCustomer[],
    refuse: (reason: BatchRefusal) => void,
  ) => readonly number[]
}

/**
 * Changes many customers as one transaction and one change set.
 *
 * Shape: an id named twice counts once; those in the bin are refused as `gone`.
 * Empty: changeSetId null when nobody was changed.
 */
export function changeMany(
  db: WritableDb,
  customerIds: readonly number[],
  act: Act,
  { kind, factsOn, write }: BatchWork,
): BatchResult {
  const wanted = [...new Set(customerIds)]
  const refused = new Map<BatchRefusal, number>()
  const refuse = (reason: BatchRefusal) => refused.set(reason, (refused.get(reason) ?? 0) + 1)
  let changed = 0
  const changeSetId = changeTogether(db, { kind, actor: act.actor, madeAt: act.now }, recorder => {
    const customers = listBatchCustomers(db, wanted)
    for (let gone = wanted.length - customers.length; gone > 0; gone--) refuse('gone')
    const ids = new Set(write(recorder, customers, refuse))
    changed = ids.size
    if (changed === 0) return
    for (const { customer_id, updated_at, facts_on } of customers.filter(one => ids.has(one.customer_id))) {
      recorder.updated('customer', customer_id, 'updated_at', updated_at, act.now)
      if (factsOn !== null && factsOn > (facts_on ?? ''))
        recorder.updated('customer', customer_id, 'facts_on', facts_on, factsOn)
    }
    updateEdited(db, [...ids], act.now, factsOn)
    queueForIndexing(db, ids)
    raiseRevision(db, 'customers')
  })
  const refusals = [...refused].map(([reason, count]) => ({ reason, count }))
  const refusedCount = refusals.reduce((sum, { count }) => sum + count, 0)
  return { changeSetId, changed, unchanged: wanted.length - changed - refusedCount, refused: refusals }
}
