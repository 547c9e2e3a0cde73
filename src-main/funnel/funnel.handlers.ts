import type { Act } from '#main/changes/change-log.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { selectedIds } from '#main/threads/selected-ids.ts'
import type { WriterHandlers } from '#main/threads/thread-messages.ts'
import { tickOf } from '#main/threads/tick.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { enterFunnel, getFunnelSteps, moveCustomer, removeStep } from './funnel.service.ts'
import { FunnelAnalyst } from './funnel-analysis.service.ts'

/** Reads of the funnel room that answer within a frame. */
export const funnelQueries = (db: ReadableDb) =>
  ({ 'funnel.ofCustomer': ({ customerId }) => getFunnelSteps(db, customerId) }) satisfies Partial<Handlers>

/** Reads of the funnel room that look at every customer; they keep the steps in a reader's memory. */
export const funnelReaderQueries = (db: ReadableDb) => {
  const analyst = new FunnelAnalyst(db)
  return {
    'funnel.summarize': request => analyst.summarize(request),
    'funnel.listCards': ({ asOf, selector, ...page }) => analyst.listCards(asOf, selector, page),
  } satisfies Partial<Handlers>
}

/** Writes of the funnel room. `act` says who acts and when. */
export const funnelCommands = (db: WritableDb, act: () => Act) =>
  ({
    'funnel.move': ({ customerId, move }) => moveCustomer(db, customerId, move, act()),
    'funnel.enter': ({ customerIds }, job) =>
      enterFunnel(db, selectedIds(customerIds), act(), tickOf(job, 'edit')),
    'funnel.removeStep': ({ funnelStepId }) => removeStep(db, funnelStepId, act()),
  }) satisfies Partial<WriterHandlers>
