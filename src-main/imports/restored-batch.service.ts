import type { WritableDb } from '#main/database/db.ts'
import { insertImportBatch } from './commit.queries.ts'

/** A folder with a whole archive that came in. */
export type RestoredSource = {
  readonly fileName: string
  readonly sizeBytes: number
  readonly sha256: string
  /** Units: an instant in UTC. */
  readonly now: string
  readonly customers: number
  readonly orders: number
  readonly lines: number
}

/** Enters a folder with a whole archive into the history of imports; every customer and order counts as a row. */
export function recordRestoredBatch(db: WritableDb, source: RestoredSource): number {
  const { fileName, sizeBytes, sha256, now, customers, orders, lines } = source
  return insertImportBatch(db, {
    state: 'committed',
    kind: orders > 0 ? 'orders' : 'customers',
    file_name: fileName,
    file_size_bytes: sizeBytes,
    file_sha256: sha256,
    sheet_name: '',
    header_row: 0,
    encoding: null,
    platform: '',
    shop: '',
    mapping: '[]',
    row_count: customers + orders,
    created_count: customers + orders,
    updated_count: 0,
    unchanged_count: 0,
    rejected_count: 0,
    customers_created: customers,
    orders_created: orders,
    lines_created: lines,
    rows_without_customer: 0,
    committed_at: now,
    elapsed_ms: 0,
    undone_at: null,
    customers_updated: 0,
    orders_updated: 0,
    corrects_import_batch_id: null,
    forgotten_at: null,
  })
}
