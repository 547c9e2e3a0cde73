import type { ReadableDb } from '#main/database/db.ts'
import { nameSortKey } from '#main/search/pinyin.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type {
  ImportPlanOptions,
  ImportPreview,
  PreviewRow,
  RejectedRows,
  RowVerdict,
} from '#shared/domain/import-batch.ts'
import { type CellMarkKind, damageKinds, type MarkedCell } from '#shared/domain/import-cell.ts'
import { isFilledRow } from './cells/cell-preview.ts'
import { findImportBatch, findSameFile } from './import-batch.queries.ts'
import { correctionMark, withoutReasons } from './import-correction.service.ts'
import { changedColumns, changedOrdinals, firstOrdinals, type KeptPreview } from './kept-preview.ts'
import { prepareLookups } from './lookups.queries.ts'
import { planRevision } from './mapping/remember-import.service.ts'
import { CellWatch } from './plan/cell-watch.ts'
import { markedCell } from './plan/marked-cell.ts'
import { cellIssueCounts, type PlanSink, type RowChange } from './plan/plan-result.ts'
import { runPlan } from './plan/run-plan.ts'
import type { SheetRows } from './plan/sheet-rows.ts'
import { StageCounter } from './plan/stage-counter.ts'
import { prepareImport } from './prepare-import.service.ts'
import { factsOf, questionsOf } from './preview-facts.ts'
import { previewRow, rejectedRow } from './preview-row.ts'
import type { RawRow } from './raw-row.ts'
import { toRelated } from './related-import.ts'
import { type StagedHead, stagedHeadFile } from './staged-head.ts'
import { openStagedFile, type StagedFile } from './staging.service.ts'

/** What the reader's import methods work on. */
export type ImportReaderContext = {
  readonly db: ReadableDb
  readonly archivePath: string
  readonly key: Uint8Array
  /** By which the archive knows its own exports. */
  readonly archiveMark?: string
  readonly now?: () => string
}

const shownRows = 50
const previewsKept = 5
/** Changed cells beyond this are counted and not listed. */
const changesKept = 100_000

/**
 * Shows what imports would do, and keeps the verdicts of the last ones so that more rows can be asked for.
 *
 * Cost: memory for the five newest previews, about 20 bytes a row each.
 */
export class Previewer {
  private readonly context: ImportReaderContext
  private readonly kept = new Map<string, KeptPreview>()

  constructor(context: ImportReaderContext) {
    this.context = context
  }

  /** Compares a staged sheet with the archive as it is now. Errors: those of `prepareImport`, import-not-staged, currency-differs. */
  preview(stagingId: string, options: ImportPlanOptions): ImportPreview {
    const staged = openStagedFile(this.context.archivePath, this.context.key, stagingId)
    try {
      const { preview, kept } = this.compare(stagingId, staged, options)
      this.keep(stagingId, kept)
      return preview
    } finally {
      staged.close()
    }
  }

  /** Compares the first rows of a file that is still being read; no more rows can be asked for. Errors: as `preview`. */
  previewHead(head: StagedHead, options: ImportPlanOptions): ImportPreview {
    return { ...this.compare('', stagedHeadFile(head), options).preview, isHeadOnly: true }
  }

  private compare(
    stagingId: string,
    staged: StagedFile,
    options: ImportPlanOptions,
  ): { readonly preview: ImportPreview; readonly kept: KeptPreview } {
    const { db } = this.context
    const now = this.context.now?.() ?? new Date().toISOString()
    const prepared = prepareImport(db, staged, options, now, this.context.archiveMark)
    const changes = new Map<number, RowChange[]>()
    const lookups = prepareLookups(db, nameSortKey)
    const watch = new CellWatch(prepared.plan, prepared.sample, prepared.columns.length)
    const counter = new StageCounter(watch)
    const result = runPlan(prepared.sheet, prepared.plan, lookups, counter.listenTo(collectingSink(changes)))
    const kept: KeptPreview = {
      sheetIndex: prepared.sheetIndex,
      headerRow: prepared.plan.headerRow,
      columns: prepared.columns,
      currency: prepared.plan.currency,
      result: { counts: result.counts, rows: result.rows },
      changes,
      plan: prepared.plan,
      watch,
    }
    const rowsOf = (verdict: RowVerdict | null) =>
      this.pick(kept, prepared.sheet, firstOrdinals(result, verdict, 0, shownRows))
    const preview = {
      ...factsOf(stagingId, staged.facts, prepared),
      isHeadOnly: false,
      questions: [...prepared.questions, ...questionsOf(result, prepared)],
      counts: result.counts,
      cellIssues: cellIssueCounts(result),
      cellMarks: counter.marks,
      stages: counter.counts,
      changedColumns: changedColumns(kept),
      policies: prepared.plan.policies,
      rows: rowsOf(null),
      rejectedRows: rowsOf('rejected'),
      revision: planRevision(db),
      sameFileImportedAt: findSameFile(db, staged.facts.sha256, prepared.sheetName),
      corrects: correctedOf(db, prepared.correctsImportBatchId),
    }
    return { preview, kept }
  }

  /** Lists rows of the last preview by verdict. Errors: import-not-staged when there is none. */
  rows(
    stagingId: string,
    verdict: RowVerdict | null,
    start: number,
    count: number,
    changedColumn?: number,
  ): { total: number; rows: PreviewRow[] } {
    const kept = this.kept.get(stagingId)
    if (!kept) throw new AppError('import-not-staged')
    const changed = changedColumn === undefined ? undefined : changedOrdinals(kept, changedColumn)
    const all = verdict === null ? kept.result.counts.rows : kept.result.counts[verdict]
    const total = changed?.length ?? all
    const staged = openStagedFile(this.context.archivePath, this.context.key, stagingId)
    try {
      const ordinals =
        changed?.slice(start, start + count) ?? firstOrdinals(kept.result, verdict, start, count)
      return { total, rows: this.pick(kept, staged.rowsOf(kept.sheetIndex), ordinals) }
    } finally {
      staged.close()
    }
  }

  /** Lists cells of the last preview that are damaged or stored otherwise. Errors: import-not-staged when there is none. */
  cells(stagingId: string, kinds: readonly CellMarkKind[], start: number, count: number) {
    const kept = this.kept.get(stagingId)
    if (!kept) throw new AppError('import-not-staged')
    const total = kinds.reduce((sum, kind) => sum + (kept.watch.counts.get(kind) ?? 0), 0)
    const staged = openStagedFile(this.context.archivePath, this.context.key, stagingId)
    try {
      return { total, cells: this.marked(kept, staged.rowsOf(kept.sheetIndex), kinds, start, count) }
    } finally {
      staged.close()
    }
  }

  private marked(
    kept: KeptPreview,
    sheet: SheetRows,
    kinds: readonly CellMarkKind[],
    start: number,
    count: number,
  ): MarkedCell[] {
    const marks = kept.watch.list(new Set(kinds), start, count)
    const rows = new Map<number, RawRow>()
    const ordinals = [...new Set(marks.map(mark => mark.ordinal))].sort((one, other) => one - other)
    this.visit(kept, sheet, ordinals, (row, ordinal) => rows.set(ordinal, row))
    return marks.flatMap(mark => {
      const row = rows.get(mark.ordinal)
      const isRejected = kept.result.rows.isRejected(mark.ordinal)
      return row ? [markedCell({ ...kept, ...mark, row, isRejected })] : []
    })
  }

  /** Lists every rejected row and damaged cell of the last preview, with the file's name and headings. */
  rejected(stagingId: string): RejectedRows {
    const kept = this.kept.get(stagingId)
    if (!kept) throw new AppError('import-not-staged')
    const staged = openStagedFile(this.context.archivePath, this.context.key, stagingId)
    try {
      const ordinals = firstOrdinals(kept.result, 'rejected', 0, kept.result.counts.rejected)
      const sheet = staged.rowsOf(kept.sheetIndex)
      return withoutReasons({
        fileName: staged.facts.fileName,
        headers: kept.columns.map(column => column.header),
        mark: correctionMark(staged.facts.sha256),
        rows: this.pick(kept, sheet, ordinals, rejectedRow),
        damaged: this.marked(kept, sheet, damageKinds, 0, Number.POSITIVE_INFINITY),
      })
    } finally {
      staged.close()
    }
  }

  private keep(stagingId: string, preview: KeptPreview): void {
    this.kept.delete(stagingId)
    this.kept.set(stagingId, preview)
    for (const oldest of this.kept.keys()) if (this.kept.size > previewsKept) this.kept.delete(oldest)
  }

  /** Reads the cells of some rows, given by ordinal in ascending order. */
  private pick(
    kept: KeptPreview,
    sheet: SheetRows,
    ordinals: readonly number[],
    word: typeof previewRow = previewRow,
  ): PreviewRow[] {
    const rows: PreviewRow[] = []
    this.visit(kept, sheet, ordinals, (row, ordinal) => rows.push(word(kept, row, ordinal)))
    return rows
  }

  private visit(
    kept: KeptPreview,
    sheet: SheetRows,
    ordinals: readonly number[],
    visit: (row: RawRow, ordinal: number) => void,
  ): void {
    const { chunkEnds } = kept.result.rows
    let chunk = 0
    let data: RawRow[] = []
    let loaded = -1
    for (const ordinal of ordinals) {
      while (ordinal >= (chunkEnds[chunk] ?? Number.POSITIVE_INFINITY)) chunk++
      if (loaded !== chunk) {
        data = sheet.readChunk(chunk).filter(row => row.rowNumber > kept.headerRow && isFilledRow(row.cells))
        loaded = chunk
      }
      const row = data[ordinal - (chunkEnds[chunk - 1] ?? 0)]
      if (row) visit(row, ordinal)
    }
  }
}

function collectingSink(changes: Map<number, RowChange[]>): PlanSink {
  let count = 0
  return {
    customers: () => undefined,
    order: () => undefined,
    tick: () => undefined,
    changed: change => {
      if (++count > changesKept) return
      const ofRow = changes.get(change.ordinal)
      if (ofRow) ofRow.push(change)
      else changes.set(change.ordinal, [change])
    },
  }
}

function correctedOf(db: ReadableDb, importBatchId: number | null): ImportPreview['corrects'] {
  const batch = importBatchId === null ? undefined : findImportBatch(db, importBatchId)
  return batch ? toRelated(batch) : null
}
