import type { ReadableDb } from '#main/database/db.ts'
import type { FoundCell } from '#shared/domain/quality.ts'
import { cellAddress } from './cells/cell-preview.ts'
import { findImportBatch } from './import-batch.queries.ts'

/** A cell as it was kept. */
type KeptCell = {
  readonly importBatchId: number
  readonly rowNumber: number
  readonly columnIndex: number
  readonly text: string
}

/** Says where in which file a kept cell stands. Empty: undefined when there is no such import. */
export function describeCell(
  db: ReadableDb,
  { importBatchId, rowNumber, columnIndex, text }: KeptCell,
): FoundCell | undefined {
  const batch = findImportBatch(db, importBatchId)
  if (!batch) return undefined
  const headers = JSON.parse(batch.mapping) as readonly { readonly header: string }[]
  return {
    address: cellAddress(columnIndex, rowNumber),
    header: headers[columnIndex]?.header ?? '',
    ...{ text, fileName: batch.file_name, importBatchId },
  }
}
