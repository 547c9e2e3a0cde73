import type { ReadableDb, WritableDb } from '#main/database/db.ts'

/** Lists the imports that were taken back before an instant and still keep their cells and old values. */
export function listLongUndone(db: ReadableDb, undoneBefore: string): number[] {
  return db
    .prepareRead<{ id: number }>(
      `SELECT import_batch_id AS id FROM import_batch
       WHERE state = 'undone' AND undone_at < ? AND forgotten_at IS NULL`,
    )
    .all(undoneBefore)
    .map(row => row.id)
}

/** Removes the original cells, the verdicts, and what the change log has of an import and of its undo. */
export function deleteDetailsOfBatch(db: WritableDb, importBatchId: number): void {
  for (const table of ['cell_issue', 'import_cells', 'import_row'])
    db.prepare(`DELETE FROM ${table} WHERE import_batch_id = ?`).run(importBatchId)
  db.prepare(
    `DELETE FROM change WHERE change_set_id IN (
       SELECT change_set_id FROM change_set WHERE import_batch_id = ?
       UNION SELECT undo.change_set_id FROM change_set AS undo JOIN change_set AS act
         ON act.change_set_id = undo.undoes_change_set_id WHERE act.import_batch_id = ?)`,
  ).run(importBatchId, importBatchId)
}

/** Lists the rows of imports that went to customers. Cost: one pass over all rows of imports. */
export function listRowsOfCustomers(db: ReadableDb, customerIds: readonly number[]) {
  return db
    .prepareRead<{ importBatchId: number; rowNumber: number }>(
      `SELECT import_batch_id AS importBatchId, row_number AS rowNumber FROM import_row
       WHERE customer_id IN (SELECT value FROM json_each(?)) ORDER BY import_batch_id, row_number`,
    )
    .all(JSON.stringify(customerIds))
}

/** Lets rows of imports no longer say to whom they went. */
export function clearCustomersOfRows(db: WritableDb, customerIds: readonly number[]): void {
  db.prepare(
    `UPDATE import_row SET customer_id = NULL, sales_order_id = NULL
     WHERE customer_id IN (SELECT value FROM json_each(?))`,
  ).run(JSON.stringify(customerIds))
}

/** Finds the stored cells that a row of an import is among. */
export function findCellsAround(db: ReadableDb, importBatchId: number, rowNumber: number) {
  return db
    .prepareRead<{ first: number; cells: Uint8Array }>(
      `SELECT first_row_number AS first, cells FROM import_cells
       WHERE import_batch_id = ? AND first_row_number <= ? ORDER BY first_row_number DESC LIMIT 1`,
    )
    .get(importBatchId, rowNumber)
}

/** Stores cells anew. */
export function updateCells(db: WritableDb, importBatchId: number, first: number, cells: Uint8Array): void {
  db.prepare('UPDATE import_cells SET cells = ? WHERE import_batch_id = ? AND first_row_number = ?').run(
    cells,
    importBatchId,
    first,
  )
}
