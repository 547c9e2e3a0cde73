import type { ReadableDb } from '#main/database/db.ts'
import { isProblem } from './cells/cell-problem.ts'
import { readIdentifier } from './cells/cell-text.ts'
import { findCellsOfRow, findMapping, listSourceRows } from './order-source.queries.ts'
import type { RawRow } from './raw-row.ts'
import { inflateCells } from './row-writer.ts'

/**
 * Reads under which buyer ID orders were imported, from the cells that their files had.
 *
 * Shape: by order; orders without a source or without a buyer ID are missing.
 * Cost: reads the rows of each batch concerned, so it is for an act of the operator, not for a list.
 */
export function findBuyerIdsOfOrders(
  db: ReadableDb,
  salesOrderIds: readonly number[],
): ReadonlyMap<number, string> {
  const found = new Map<number, string>()
  if (salesOrderIds.length === 0) return found
  const readRow = rememberingRows(db)
  for (const { orderId, importBatchId, rowNumber } of listSourceRows(db, salesOrderIds)) {
    const column = buyerColumn(db, importBatchId)
    const cell = column < 0 ? undefined : readRow(importBatchId, rowNumber)?.cells[column]
    const buyerId = cell === undefined ? null : readIdentifier(cell)
    if (buyerId !== null && !isProblem(buyerId)) found.set(orderId, buyerId)
  }
  return found
}

function buyerColumn(db: ReadableDb, importBatchId: number): number {
  const mapping = JSON.parse(findMapping(db, importBatchId) ?? '[]') as { field: string | null }[]
  return mapping.findIndex(column => column.field === 'buyerId')
}

/** Orders of one file stand together, so the last cells that were opened serve most of the next rows. */
function rememberingRows(db: ReadableDb) {
  let last: { readonly place: string; readonly rows: readonly RawRow[] } | undefined
  return (importBatchId: number, rowNumber: number): RawRow | undefined => {
    const stored = findCellsOfRow(db, importBatchId, rowNumber)
    if (!stored) return undefined
    const place = `${importBatchId} ${stored.first_row_number}`
    if (last?.place !== place) last = { place, rows: inflateCells(stored.cells) }
    return last.rows.find(row => row.rowNumber === rowNumber)
  }
}
