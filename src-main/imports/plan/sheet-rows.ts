import { isFilledRow } from '#main/imports/cells/cell-preview.ts'
import type { RawCell, RawRow } from '#main/imports/raw-row.ts'

/** The rows of one sheet in chunks of up to 1,000, in order; a chunk can be read again and again. */
export type SheetRows = {
  readonly chunkCount: number
  readChunk(index: number): readonly RawRow[]
  /** The same rows as UTF-8 JSON. */
  readBody(index: number): Uint8Array
}

/** Collects the first rows of a sheet. */
export function firstRows(sheet: SheetRows, count: number): RawRow[] {
  const rows: RawRow[] = []
  for (let index = 0; index < sheet.chunkCount && rows.length < count; index++)
    rows.push(...sheet.readChunk(index).slice(0, count - rows.length))
  return rows
}

/**
 * Visits the rows that count: filled ones below the headings.
 *
 * Shape: `ordinal` numbers them from 0, the same in every pass. `afterChunk` is called between chunks, for progress.
 */
export function forEachDataRow(
  sheet: SheetRows,
  headerRow: number,
  visit: (cells: readonly RawCell[], rowNumber: number, ordinal: number) => void,
  afterChunk?: (done: number) => void,
): void {
  let ordinal = 0
  for (let index = 0; index < sheet.chunkCount; index++) {
    for (const row of sheet.readChunk(index))
      if (row.rowNumber > headerRow && isFilledRow(row.cells)) visit(row.cells, row.rowNumber, ordinal++)
    afterChunk?.((index + 1) / sheet.chunkCount)
  }
}
