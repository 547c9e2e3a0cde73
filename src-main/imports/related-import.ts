import type { RelatedImport } from '#shared/domain/import-batch.ts'
import type { ImportBatchTable } from './import-batch.table.ts'

/** Names an import beside another one that has to do with it. */
export function toRelated(
  row: Pick<ImportBatchTable, 'file_name' | 'committed_at' | 'state'> & { readonly import_batch_id: number },
): RelatedImport {
  return {
    importBatchId: row.import_batch_id,
    fileName: row.file_name,
    committedAt: row.committed_at,
    state: row.state,
  }
}
