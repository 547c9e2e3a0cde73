import { createHash } from 'node:crypto'
import { recordAuditEvent } from '#main/audit/audit-event.service.ts'
import { beginChangeSet } from '#main/changes/change-log.service.ts'
import { raiseRevision } from '#main/changes/revision.service.ts'
import type { WritableDb } from '#main/database/db.ts'
import { refreshCustomerTotals, refreshCustomerTotalsOfRange } from '#main/orders/customer-total.service.ts'
import { nameSortKey } from '#main/search/pinyin.service.ts'
import {
  queueForIndexing,
  queuePurchasesForIndexing,
  queueRangeForIndexing,
} from '#main/search/search-queue.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { ImportOutcome } from '#shared/contract/imports.contract.ts'
import type { ImportCounts, ImportPlanOptions } from '#shared/domain/import-batch.ts'
import { writeCellIssues } from './cell-issue.queries.ts'
import { insertImportBatch, updateImportBatch } from './commit.queries.ts'
import { CommitProgress, type ImportJob } from './commit-progress.ts'
import { CustomerWriter } from './customer-writer.ts'
import { prepareLookups } from './lookups.queries.ts'
import { planRevision, rememberImport } from './mapping/remember-import.service.ts'
import { countColumns, newBatch } from './new-batch.ts'
import { OrderWriter } from './order-writer.ts'
import { CellIssueBook } from './plan/cell-issues.ts'
import { CellWatch } from './plan/cell-watch.ts'
import { cellIssueCounts, type PlanResult } from './plan/plan-result.ts'
import { runPlan } from './plan/run-plan.ts'
import { StageCounter } from './plan/stage-counter.ts'
import { type PreparedImport, prepareImport } from './prepare-import.service.ts'
import { writeImportRows } from './row-writer.ts'
import { discardStaging, openStagedFile, type StagedFacts } from './staging.service.ts'

/** What the writer's import methods work on. `act` says who acts and when (an instant in UTC). */
export type ImportWriterContext = {
  readonly db: WritableDb
  readonly archivePath: string
  readonly key: Uint8Array
  /** By which the archive knows its own exports. */
  readonly archiveMark?: string
  readonly act: () => { readonly actor: string; readonly now: string }
  /** Gives the connection more memory while an import runs. Units: MiB. */
  readonly setCacheSize?: (megabytes: number) => void
}

/** What is asked for; `previewRevision` null when nobody looked at a preview. */
export type CommitRequest = {
  readonly stagingId: string
  readonly options: ImportPlanOptions
  readonly previewRevision: string | null
  readonly isDryRun?: boolean | undefined
}

const cacheDuringImport = 128
const cacheOtherwise = 16

/**
 * Writes a staged import into the archive in one transaction, or (dry run) only counts.
 *
 * Errors: import-not-staged, sheet-missing, file-empty, import-no-header, import-kind-unclear,
 * import-mapping-incomplete, currency-differs, shop-differs, balance-overlaps, conflict (the data moved since the
 * preview), cancelled. After an error nothing has changed.
 * Cost: the staged file is dropped after a commit.
 */
export function commitImport(
  context: ImportWriterContext,
  request: CommitRequest,
  job: ImportJob,
): ImportOutcome {
  const start = performance.now()
  const { db, archivePath, key } = context
  const staged = openStagedFile(archivePath, key, request.stagingId)
  try {
    const act = context.act()
    const prepared = prepareImport(db, staged, request.options, act.now, context.archiveMark)
    requireAnswers(prepared)
    if (request.previewRevision !== null && request.previewRevision !== planRevision(db))
      throw new AppError('conflict')
    const rowCount = (staged.facts.sheets[prepared.sheetIndex]?.rowCount ?? 0) - prepared.plan.headerRow
    const progress = new CommitProgress(job, prepared.plan.kind, Math.max(0, rowCount))
    const outcome = request.isDryRun
      ? countOnly(db, prepared, progress)
      : withLargeCache(context, () =>
          write(db, prepared, request.options, staged.facts, act, progress, start),
        )
    return { ...outcome, elapsedMs: Math.round(performance.now() - start) }
  } finally {
    staged.close()
  }
}

/** Commits and then drops what was staged. */
export function commitAndDiscard(
  context: ImportWriterContext,
  request: CommitRequest,
  job: ImportJob,
): ImportOutcome {
  const outcome = commitImport(context, request, job)
  if (!request.isDryRun) discardStaging(context.db, context.archivePath, request.stagingId)
  return outcome
}

function requireAnswers({ questions, missingFields }: PreparedImport): void {
  if (questions.includes('choose-kind')) throw new AppError('import-kind-unclear')
  if (missingFields.length > 0)
    throw new AppError('import-mapping-incomplete', { fields: missingFields.join(',') })
  if (questions.includes('choose-shop')) throw new AppError('import-mapping-incomplete', { fields: 'shop' })
}

function countOnly(db: WritableDb, prepared: PreparedImport, progress: CommitProgress) {
  const counter = stageCounterOf(prepared)
  const sink = { ...askingSink(progress), customers: () => undefined, order: () => undefined }
  const result = checked(
    runPlan(prepared.sheet, prepared.plan, prepareLookups(db, nameSortKey), counter.listenTo(sink)),
  )
  return { ...outcomeOf(result, counter), importBatchId: null }
}

function write(
  db: WritableDb,
  prepared: PreparedImport,
  options: ImportPlanOptions,
  staged: StagedFacts,
  act: { readonly actor: string; readonly now: string },
  progress: CommitProgress,
  start: number,
) {
  return db.transaction(() => {
    const importBatchId = insertImportBatch(db, newBatch(prepared, staged, act.now))
    const recorder = beginChangeSet(db, { kind: 'import', actor: act.actor, madeAt: act.now, importBatchId })
    const customers = new CustomerWriter(db, { ...act, importBatchId }, recorder)
    const orders = new OrderWriter(db, { ...act, importBatchId }, recorder, customers)
    const counter = stageCounterOf(prepared)
    const issueBook = new CellIssueBook(prepared.plan)
    const sink = counter.listenTo({
      ...askingSink(progress),
      issueBook,
      customers: records => customers.write(records, done => progress.wroteCustomers(done)),
      order: change => orders.write(change),
    })
    const result = checked(runPlan(prepared.sheet, prepared.plan, prepareLookups(db, nameSortKey), sink))
    orders.finish()
    for (const range of [...customers.ranges, ...orders.ranges])
      recorder.created(range.table, range.first, range.last)
    writeImportRows(
      db,
      {
        importBatchId,
        headerRow: prepared.plan.headerRow,
        sheet: prepared.sheet,
        result,
        customerIds: customers.ids,
        orderIds: orders.ids,
      },
      done => progress.wroteRows(done),
    )
    writeCellIssues(db, { importBatchId, notes: issueBook.notes, result, customerIds: customers.ids })
    progress.analysing()
    refreshTotals(db, customers, orders)
    progress.updating()
    queueTouched(db, customers, orders)
    finishBatch(db, importBatchId, result.counts, staged, act, start)
    if (prepared.correctsImportBatchId === null)
      rememberImport(db, prepared, options, { staged, importBatchId, savedAt: act.now })
    return { ...outcomeOf(result, counter), importBatchId }
  })
}

function stageCounterOf({ plan, sample, columns }: PreparedImport): StageCounter {
  return new StageCounter(new CellWatch(plan, sample, columns.length))
}

function outcomeOf(result: PlanResult, { marks, counts }: StageCounter) {
  return { ...result.counts, cellIssues: cellIssueCounts(result), cellMarks: marks, stages: counts }
}

function refreshTotals(db: WritableDb, customers: CustomerWriter, orders: OrderWriter): void {
  const { first, last } = customers.customers
  refreshCustomerTotalsOfRange(db, first, last)
  refreshCustomerTotals(db, [...new Set([...customers.touched, ...orders.touchedCustomers])])
}

/** Index entries of everybody whom the import touched. */
function queueTouched(db: WritableDb, customers: CustomerWriter, orders: OrderWriter): void {
  const { first, last } = customers.customers
  queueRangeForIndexing(db, first, last)
  queueForIndexing(db, customers.touched)
  queuePurchasesForIndexing(db, orders.buyers)
}

function finishBatch(
  db: WritableDb,
  importBatchId: number,
  counts: ImportCounts,
  staged: StagedFacts,
  act: { readonly actor: string; readonly now: string },
  start: number,
): void {
  const hasChanges = counts.created + counts.updated > 0
  if (hasChanges) raiseRevision(db, 'customers')
  if (hasChanges && (counts.ordersCreated > 0 || counts.ordersUpdated > 0)) raiseRevision(db, 'orders')
  updateImportBatch(db, importBatchId, {
    ...countColumns(counts),
    elapsed_ms: Math.round(performance.now() - start),
  })
  recordAuditEvent(db, {
    made_at: act.now,
    actor: act.actor,
    action: 'import.committed',
    subject: `import_batch:${importBatchId}`,
    digest: createHash('sha256')
      .update(`${staged.sha256} ${JSON.stringify(counts)}`)
      .digest('hex'),
  })
}

/** Rows in file = created + updated + unchanged + rejected, or nothing is written. */
function checked(result: PlanResult): PlanResult {
  const { rows, created, updated, unchanged, rejected } = result.counts
  if (rows !== created + updated + unchanged + rejected) throw new Error('every row has exactly one verdict')
  return result
}

function askingSink(progress: CommitProgress) {
  return {
    ask: (question: 'shop-differs' | 'balance-overlaps') => {
      throw new AppError(question)
    },
    tick: (done: number) => progress.planned(done),
  }
}

function withLargeCache<T>({ setCacheSize }: ImportWriterContext, work: () => T): T {
  setCacheSize?.(cacheDuringImport)
  try {
    return work()
  } finally {
    setCacheSize?.(cacheOtherwise)
  }
}
