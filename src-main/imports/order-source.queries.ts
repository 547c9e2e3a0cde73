import type { ReadableDb } from '#main/database/db.ts'

/** The first row of an order in the import that created it. */
export type OrderSourceRow = {
  readonly orderId: number
  readonly importBatchId: number
  readonly rowNumber: number
}

/** Lists the rows that orders were created from. Orders without a source are missing. Cost: one pass over each import. */
export function listSourceRows(db: ReadableDb, salesOrderIds: readonly number[]): OrderSourceRow[] {
  return db
    .prepareRead<OrderSourceRow>(
      `WITH wanted (id) AS (SELECT value FROM json_each(?))
       SELECT sales_order_id AS orderId, import_batch_id AS importBatchId, min(row_number) AS rowNumber
       FROM import_row WHERE verdict = 'created' AND sales_order_id IN (SELECT id FROM wanted) AND import_batch_id IN
         (SELECT import_batch_id FROM sales_order WHERE sales_order_id IN (SELECT id FROM wanted))
       GROUP BY sales_order_id`,
    )
    .all(JSON.stringify(salesOrderIds))
}

/** Finds the stored cells in which a row of a batch is. */
export function findCellsOfRow(db: ReadableDb, importBatchId: number, rowNumber: number) {
  return db
    .prepareRead<{ first_row_number: number; cells: Uint8Array }>(
      `SELECT first_row_number, cells FROM import_cells WHERE import_batch_id = ? AND first_row_number <= ?
       ORDER BY first_row_number DESC LIMIT 1`,
    )
    .get(importBatchId, rowNumber)
}

/** Reads how the columns of a batch were mapped, as JSON. */
export function findMapping(db: ReadableDb, importBatchId: number): string | undefined {
  return db
    .prepareRead<{ mapping: string }>('SELECT mapping FROM import_batch WHERE import_batch_id = ?')
    .get(importBatchId)?.mapping
}
