import type { WritableDb } from '#main/database/db.ts'
import type { CellIssueNote } from './plan/cell-issues.ts'
import type { PlanResult } from './plan/plan-result.ts'

/** The cells of an import that somebody has to look at, and whose rows they are in. */
export type FoundCells = {
  readonly importBatchId: number
  readonly notes: readonly CellIssueNote[]
  readonly result: PlanResult
  readonly customerIds: readonly number[]
}

/**
 * Keeps the cells of rows that brought a customer something new; rows that were rejected go back to be mended. A cell that
 * is known of the customer from another valid import is kept once.
 */
export function writeCellIssues(
  db: WritableDb,
  { importBatchId, notes, result, customerIds }: FoundCells,
): void {
  const seen = new Set<string>()
  const rows: unknown[] = []
  for (const { ordinal, columnIndex, field, kind, code, text, stored } of notes) {
    const verdict = result.rows.verdictOf(ordinal)
    const customerId = customerIds[result.customerOf(ordinal)]
    if (verdict === 'rejected' || verdict === 'unchanged' || customerId === undefined) continue
    const key = `${customerId} ${field} ${code} ${text}`
    if (seen.has(key)) continue
    seen.add(key)
    const rowNumber = result.rows.rowNumberOf(ordinal)
    rows.push([rowNumber, columnIndex, customerId, field, kind, code, text, stored])
  }
  if (rows.length === 0) return
  const values = rows[0] as readonly unknown[]
  db.prepare(
    `INSERT INTO cell_issue (import_batch_id, row_number, column_index, customer_id, field, kind, code, text, stored)
     SELECT ?, ${values.map((_, index) => `value ->> ${index}`).join(', ')} FROM json_each(?)
     WHERE NOT EXISTS (SELECT 1 FROM cell_issue AS known JOIN import_batch USING (import_batch_id)
       WHERE known.customer_id = value ->> 2 AND known.field = value ->> 3 AND known.text = value ->> 6
         AND import_batch.state = 'committed' AND known.import_batch_id != ?)`,
  ).run(importBatchId, JSON.stringify(rows), importBatchId)
}
