import type { ReadableDb } from '#main/database/db.ts'
import { nameSortKey } from '#main/search/pinyin.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { type CurrencyCode, minorUnitExponent } from '#shared/domain/currency.ts'
import type {
  ImportPlanOptions,
  ImportPreview,
  ImportQuestion,
  PreviewRow,
  RejectedRows,
  RowVerdict,
} from '#shared/domain/import-batch.ts'
import { type CellMarkKind, damageKinds, type MarkedCell } from '#shared/domain/import-cell.ts'
import { type ImportFieldName, importFields } from '#shared/domain/import-field.ts'
import { maskIdNumber } from '#shared/domain/masking.ts'
import { formatMinor } from '#shared/domain/money.ts'
import { cellAddress, cellText, hiddenCellText, isFilledRow } from './cells/cell-preview.ts'
import { findImportBatch, findSameFile } from './import-batch.queries.ts'
import { correctionMark, withoutReasons } from './import-correction.service.ts'
import { prepareLookups } from './lookups.queries.ts'
import { planRevision } from './mapping/remember-import.service.ts'
import { CellWatch } from './plan/cell-watch.ts'
import type { ImportPlan } from './plan/import-plan.ts'
import { markedCell } from './plan/marked-cell.ts'
import { cellIssueCounts, type PlanResult, type PlanSink, type RowChange } from './plan/plan-result.ts'
import { runPlan } from './plan/run-plan.ts'
import type { SheetRows } from './plan/sheet-rows.ts'
import { StageCounter } from './plan/stage-counter.ts'
import { type PreparedColumn, type PreparedImport, prepareImport } from './prepare-import.service.ts'
import type { RawRow } from './raw-row.ts'
import { toRelated } from './related-import.ts'
import { type StagedHead, stagedHeadFile } from './staged-head.ts'
import { openStagedFile, type StagedFacts, type StagedFile } from './staging.service.ts'

/** What the reader's import methods work on. */
export type ImportReaderContext = {
  readonly db: ReadableDb
  readonly archivePath: string
  readonly key: Uint8Array
  /** By which the archive knows its own exports. */
  readonly archiveMark?: string
  readonly now?: () => string
}

/** The verdicts of the last preview of a staged file. */
type KeptPreview = {
  readonly sheetIndex: number
  readonly headerRow: number
  readonly columns: readonly PreparedColumn[]
  readonly currency: CurrencyCode
  readonly result: PlanResult
  readonly changes: ReadonlyMap<number, readonly RowChange[]>
  readonly plan: ImportPlan
  readonly watch: CellWatch
}

const shownRows = 50
const shownSamples = 5
const previewsKept = 5
/** Changed cells beyond this are counted and not listed. */
const changesKept = 100_000
const valueKinds = new Map<ImportFieldName, string>(importFields.map(field => [field.name, field.value]))

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
      result,
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

/** The rows in which a column changes a value, in their order. */
function changedOrdinals({ changes, columns }: KeptPreview, columnIndex: number): number[] {
  const field = columns[columnIndex]?.field
  const changed = [...changes].filter(([, ofRow]) => ofRow.some(change => change.field === field))
  return changed.map(([ordinal]) => ordinal).sort((one, other) => one - other)
}

function changedColumns({ changes, columns }: KeptPreview): ImportPreview['changedColumns'] {
  const counts = new Map<ImportFieldName, number>()
  for (const ofRow of changes.values())
    for (const field of new Set(ofRow.map(change => change.field)))
      counts.set(field, (counts.get(field) ?? 0) + 1)
  return columns.flatMap(({ columnIndex, field }) => {
    const count = field === null ? 0 : (counts.get(field) ?? 0)
    return count === 0 ? [] : [{ columnIndex, count }]
  })
}

/** Words a row as the preview and the list of rejected rows show it; `textOf` may hide what a column holds. */
export function toPreviewRow(
  row: RawRow,
  width: number,
  verdict: RowVerdict,
  rejection: { readonly reason: string | null; readonly columnIndex: number | null },
  textOf: (columnIndex: number) => string = index => cellText(row.cells[index]),
): PreviewRow {
  const { reason, columnIndex } = rejection
  return {
    rowNumber: row.rowNumber,
    verdict,
    cells: Array.from({ length: Math.max(width, row.cells.length) }, (_, index) => textOf(index)),
    changes: [],
    reason,
    reasonCell: columnIndex === null ? null : cellAddress(columnIndex, row.rowNumber),
    reasonText: columnIndex === null ? null : textOf(columnIndex),
  }
}

function rejectedRow({ result, columns }: KeptPreview, row: RawRow, ordinal: number): PreviewRow {
  const { rows } = result
  const rejection = { reason: rows.reasonOf(ordinal), columnIndex: rows.columnOf(ordinal) }
  return toPreviewRow(row, columns.length, rows.verdictOf(ordinal), rejection)
}

function previewRow(kept: KeptPreview, row: RawRow, ordinal: number): PreviewRow {
  const { rows } = kept.result
  const rejection = { reason: rows.reasonOf(ordinal), columnIndex: rows.columnOf(ordinal) }
  const shown = toPreviewRow(row, kept.columns.length, rows.verdictOf(ordinal), rejection, index =>
    kept.columns[index]?.isSensitive ? hiddenCellText(row.cells[index]) : cellText(row.cells[index]),
  )
  const changes = (kept.changes.get(ordinal) ?? []).flatMap(change => {
    const column = kept.columns.find(({ field }) => field === change.field)
    if (!column) return []
    const word = (value: string | null) => wordValue(change.field, value, kept.currency)
    return [{ columnIndex: column.columnIndex, before: word(change.before), after: word(change.after) }]
  })
  return { ...shown, changes }
}

/** Money is carried in minor units, a unit price in 10^-6 major units. */
function wordValue(field: ImportFieldName, value: string | null, currency: CurrencyCode): string | null {
  if (value === null) return null
  if (field === 'idNumber') return maskIdNumber(value)
  if (valueKinds.get(field) === 'money') return formatMinor(Number(value), currency)
  if (valueKinds.get(field) !== 'unit-price') return value
  return (Number(value) / 1e6)
    .toFixed(6)
    .replace(/0{1,4}$/, '')
    .replace(minorUnitExponent(currency) === 0 ? /\.0*$/ : /$^/, '')
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

function factsOf(stagingId: string, facts: StagedFacts, prepared: PreparedImport) {
  const { plan, columns, sample } = prepared
  return {
    stagingId,
    fileName: facts.fileName,
    format: facts.format,
    encoding: facts.encoding,
    separator: facts.separator,
    encodingOrigin: facts.encodingOrigin,
    separatorOrigin: facts.separatorOrigin,
    sheets: facts.sheets.map(({ name, isHidden, rowCount }) => ({ name, isHidden, rowCount })),
    sheetName: prepared.sheetName,
    headerRow: prepared.headerRow,
    headerRowCount: prepared.headerRowCount,
    titleRows: [...prepared.titleRows],
    kind: plan.kind,
    columns: columns.map(column => ({
      ...column,
      samples: sample
        .map(row => (column.isSensitive ? hiddenCellText : cellText)(row.cells[column.columnIndex]))
        .filter(text => text !== '')
        .slice(0, shownSamples),
    })),
    missingFields: [...prepared.missingFields],
    recalled: prepared.recalled,
    presetCode: prepared.presetCode,
    platform: plan.platform,
    shop: prepared.shop,
    knownShops: prepared.knownShops.map(({ platform, shop }) => ({ platform, shop })),
  }
}

/** As long as no shop is chosen, whether it is the right one cannot be asked. */
function questionsOf(result: PlanResult, { shop }: PreparedImport): ImportQuestion[] {
  return [
    ...(shop !== null && result.isShopDifferent ? (['shop-differs'] as const) : []),
    ...(result.overlappingOrders > 0 ? (['balance-overlaps'] as const) : []),
  ]
}

function firstOrdinals(
  result: PlanResult,
  verdict: RowVerdict | null,
  start: number,
  count: number,
): number[] {
  const ordinals: number[] = []
  let skipped = 0
  for (let ordinal = 0; ordinal < result.rows.count && ordinals.length < count; ordinal++) {
    if (verdict !== null && result.rows.verdictOf(ordinal) !== verdict) continue
    if (skipped++ >= start) ordinals.push(ordinal)
  }
  return ordinals
}

function correctedOf(db: ReadableDb, importBatchId: number | null): ImportPreview['corrects'] {
  const batch = importBatchId === null ? undefined : findImportBatch(db, importBatchId)
  return batch ? toRelated(batch) : null
}
