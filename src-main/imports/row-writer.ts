import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { WritableDb } from '#main/database/db.ts'
import { isFilledRow } from './cells/cell-preview.ts'
import { type ImportRowValues, insertImportRows, prepareInsertImportCells } from './commit.queries.ts'
import type { PlanResult } from './plan/plan-result.ts'
import type { SheetRows } from './plan/sheet-rows.ts'
import type { RawRow } from './raw-row.ts'

const fastest = { level: 1 }

/** What is written of the rows of an import. */
export type WrittenRows = {
  readonly importBatchId: number
  readonly headerRow: number
  readonly sheet: SheetRows
  readonly result: PlanResult
  readonly customerIds: readonly number[]
  readonly orderIds: readonly number[]
}

/**
 * Writes the verdict on every row, and the original cells of all that were not `unchanged`.
 *
 * Shape: cells by chunk of the sheet (up to 1,000 rows), deflated JSON of `RawRow[]`.
 */
export function writeImportRows(db: WritableDb, written: WrittenRows, tick: (done: number) => void): void {
  const { result, sheet } = written
  let from = 0
  result.rows.chunkEnds.forEach((to, chunk) => {
    writeVerdicts(db, written, from, to)
    writeCells(db, written, chunk, from, to)
    from = to
    tick((chunk + 1) / sheet.chunkCount)
  })
}

/** Opens stored cells again. */
export function inflateCells(cells: Uint8Array): RawRow[] {
  return JSON.parse(inflateRawSync(cells).toString('utf8')) as RawRow[]
}

/** Makes of rows what is stored of them. */
export function deflateCells(rows: readonly RawRow[]): Buffer {
  return deflateRawSync(Buffer.from(JSON.stringify(rows)), fastest)
}

function writeVerdicts(db: WritableDb, written: WrittenRows, from: number, to: number): void {
  const { importBatchId, result, customerIds, orderIds } = written
  const { rows } = result
  const values: ImportRowValues[] = []
  for (let ordinal = from; ordinal < to; ordinal++) {
    const isRejected = rows.isRejected(ordinal)
    values.push([
      rows.rowNumberOf(ordinal),
      rows.verdictOf(ordinal),
      isRejected ? null : (customerIds[result.customerOf(ordinal)] ?? null),
      isRejected ? null : (orderIds[result.orderOf(ordinal)] ?? null),
      rows.reasonOf(ordinal),
      rows.columnOf(ordinal),
    ])
  }
  if (values.length > 0) insertImportRows(db, importBatchId, values)
}

function writeCells(db: WritableDb, written: WrittenRows, chunk: number, from: number, to: number): void {
  const { importBatchId, headerRow, sheet, result } = written
  let unchanged = 0
  for (let ordinal = from; ordinal < to; ordinal++)
    if (result.rows.verdictOf(ordinal) === 'unchanged') unchanged++
  const kept = to - from - unchanged
  if (kept === 0) return
  const body =
    unchanged === 0 ? sheet.readBody(chunk) : bodyOfChanged(sheet.readChunk(chunk), headerRow, result, from)
  const first = result.rows.rowNumberOf(from)
  prepareInsertImportCells(db)(importBatchId, first, kept, deflateRawSync(body, fastest))
}

function bodyOfChanged(rows: readonly RawRow[], headerRow: number, result: PlanResult, from: number): Buffer {
  let ordinal = from
  const changed = rows
    .filter(row => row.rowNumber > headerRow && isFilledRow(row.cells))
    .filter(() => result.rows.verdictOf(ordinal++) !== 'unchanged')
  return Buffer.from(JSON.stringify(changed))
}
