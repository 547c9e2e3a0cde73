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
