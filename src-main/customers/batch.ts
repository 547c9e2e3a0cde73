import { type Act, type ChangeRecorder, changeTogether } from '#main/changes/change-log.service.ts'
import { raiseRevision } from '#main/changes/revision.service.ts'
import type { WritableDb } from '#main/database/db.ts'
import { queueForIndexing } from '#main/search/search-queue.service.ts'
import { inSteps, type Tick } from '#main/threads/tick.ts'
import type { BatchRefusal, BatchResult } from '#shared/domain/batch-edit.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { type BatchCustomer, listBatchCustomers, updateEdited } from './batch.queries.ts'

type BatchWork = {
  readonly kind: 'customers-set' | 'cells-set' | 'customers-tagged' | 'customers-untagged'
  /** The day of what is written, where documents of earlier days must not replace it. */
  readonly factsOn: CalendarDate | null
  /** Writes and records one step of a long list; says who was changed. `customers` are those of `ids` outside the bin. */
  readonly write: (
    recorder: ChangeRecorder,
    customers: readonly BatchCustomer[],
    refuse: (reason: BatchRefusal) => void,
    ids: readonly number[],
  ) => readonly number[]
}

/**
 * Changes many customers as one transaction and one change set, a thousand at a time.
 *
 * Shape: an id named twice counts once; those in the bin are refused as `gone`.
 * Errors: cancelled, and nothing is changed.
 * Empty: changeSetId null when nobody was changed.
 */
export function changeMany(
  db: WritableDb,
  customerIds: readonly number[],
  act: Act,
  work: BatchWork,
  tick: Tick,
): BatchResult {
  const wanted = [...new Set(customerIds)]
  const refused = new Map<BatchRefusal, number>()
  const refuse = (reason: BatchRefusal) => refused.set(reason, (refused.get(reason) ?? 0) + 1)
  let changed = 0
  const facts = { kind: work.kind, actor: act.actor, madeAt: act.now }
  const changeSetId = changeTogether(db, facts, recorder => {
    for (const ids of inSteps(wanted, tick)) {
      const customers = listBatchCustomers(db, ids)
      for (let gone = ids.length - customers.length; gone > 0; gone--) refuse('gone')
      const changedIds = new Set(work.write(recorder, customers, refuse, ids))
      changed += changedIds.size
      const edited = customers.filter(({ customer_id }) => changedIds.has(customer_id))
      noteEdited(db, recorder, edited, act, work.factsOn)
    }
    if (changed > 0) raiseRevision(db, 'customers')
  })
  const refusals = [...refused].map(([reason, count]) => ({ reason, count }))
  const refusedCount = refusals.reduce((sum, { count }) => sum + count, 0)
  return { changeSetId, changed, unchanged: wanted.length - changed - refusedCount, refused: refusals }
}

function noteEdited(
  db: WritableDb,
  recorder: ChangeRecorder,
  customers: readonly BatchCustomer[],
  act: Act,
  factsOn: CalendarDate | null,
): void {
  for (const { customer_id, updated_at, facts_on } of customers) {
    recorder.updated('customer', customer_id, 'updated_at', updated_at, act.now)
    if (factsOn !== null && factsOn > (facts_on ?? ''))
      recorder.updated('customer', customer_id, 'facts_on', facts_on, factsOn)
  }
  const ids = customers.map(({ customer_id }) => customer_id)
  updateEdited(db, ids, act.now, factsOn)
  queueForIndexing(db, ids)
}
