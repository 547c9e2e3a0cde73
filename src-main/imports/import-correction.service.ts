import type { ReadableDb } from '#main/database/db.ts'
import type { ImportPlanOptions, RejectedRows } from '#shared/domain/import-batch.ts'
import type { ImportTarget } from '#shared/domain/import-field.ts'
import { cellText } from './cells/cell-preview.ts'
import { listBatchesOfFile } from './import-batch.queries.ts'
import { headerKey } from './mapping/header-text.ts'
import type { SheetRows } from './plan/sheet-rows.ts'
import type { RawRow } from './raw-row.ts'

/** A file of rejected rows that came back, and how the import read them from which they were rejected. */
export type Correction = {
  readonly importBatchId: number
  readonly options: ImportPlanOptions
  /** Columns of reasons, from 0: no part of the rows. */
  readonly reasonColumns: readonly number[]
}

const markChars = 12
const markPattern = new RegExp(`〔([0-9a-f]{${markChars}})〕$`)
const damageListPattern = new RegExp(`〔[0-9a-f]{${markChars}}-0〕$`)
const rowsTried = 15

/**
 * Writes the mark by which a saved file of rejected rows is recognised when it is dropped again: the start of the original
 * file's hash, put behind the heading of the reasons.
 *
 * Example: 'b1946ac92492d2347c6235b4d2611184' -> '〔b1946ac92492〕'
 */
export function correctionMark(fileSha256: string): string {
  return `〔${fileSha256.slice(0, markChars)}〕`
}

/**
 * Writes the mark of the list of damaged cells in the same file, from the mark of its rejected rows.
 *
 * Example: '〔b1946ac92492〕' -> '〔b1946ac92492-0〕'
 */
export function damageListMark(mark: string): string {
  return mark.replace('〕', '-0〕')
}

/** Recognises that list by its first row: it is there to be read by people, and never imported. */
export function isDamageList(firstRow: RawRow | undefined): boolean {
  return firstRow?.cells.some(cell => damageListPattern.test(cellText(cell))) ?? false
}

/**
 * Recognises a file of rejected rows by its mark and its headings, which may have been moved but not renamed.
 *
 * Shape: `head` are the first rows of the sheet; the options answer all that the original import was asked.
 * Empty: undefined for any other file, and where that import is not in this archive.
 */
export function findCorrection(db: ReadableDb, head: readonly RawRow[]): Correction | undefined {
  for (const row of head.slice(0, rowsTried)) {
    const headings = row.cells.map(cell => cellText(cell))
    const mark = headings.map(heading => markPattern.exec(heading)?.[1]).find(found => found !== undefined)
    if (mark === undefined) continue
    for (const batch of listBatchesOfFile(db, mark)) {
      const mapping = mappingBy(headings, JSON.parse(batch.mapping) as MappedHeader[])
      if (!mapping) continue
      const { import_batch_id: importBatchId, kind, platform, shop } = batch
      const source = { kind, platform, shop, isShopConfirmed: true, isUnremembered: true }
      const options = { headerRow: row.rowNumber, headerRowCount: 1, ...source, mapping }
      return { importBatchId, options, reasonColumns: reasonColumnsOf(headings) }
    }
  }
  return undefined
}

/** Reads the rows of such a file without the reasons, so that a mended row is the row that the whole file would have. */
export function withoutReasonCells(sheet: SheetRows, { reasonColumns }: Correction): SheetRows {
  const clean = (row: RawRow): RawRow => ({
    ...row,
    cells: row.cells.map((cell, index) => (reasonColumns.includes(index) ? null : cell)),
  })
  return { ...sheet, readChunk: index => sheet.readChunk(index).map(clean) }
}

/** Leaves out the reasons of an earlier round when rejected rows are saved once more. */
export function withoutReasons(rejected: RejectedRows): RejectedRows {
  const reasons = reasonColumnsOf(rejected.headers)
  const rest = <T>(items: readonly T[]) => items.filter((_, index) => !reasons.includes(index))
  return {
    ...rejected,
    headers: rest(rejected.headers),
    rows: rejected.rows.map(row => ({ ...row, cells: rest(row.cells) })),
  }
}

function reasonColumnsOf(headings: readonly string[]): number[] {
  return headings.flatMap((heading, index) => (markPattern.test(heading) ? index : []))
}

type MappedHeader = { readonly header: string; readonly field: ImportTarget | null }

/** The fields of the original columns by where they stand now. Empty: undefined when a heading is not of that file. */
function mappingBy(headings: readonly string[], columns: readonly MappedHeader[]) {
  const waiting = columns.map(({ header, field }) => ({ key: headerKey(header), field }))
  const mapping: Record<string, ImportTarget | null> = {}
  for (const [index, heading] of headings.entries()) {
    mapping[index] = null
    if (heading === '' || markPattern.test(heading)) continue
    const found = waiting.findIndex(({ key }) => key === headerKey(heading))
    if (found < 0) return undefined
    mapping[index] = waiting[found]?.field ?? null
    waiting.splice(found, 1)
  }
  return mapping
}
