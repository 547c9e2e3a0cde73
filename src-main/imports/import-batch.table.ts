import type { Generated } from 'kysely'

/** One sheet of one dropped file that was written to the archive. */
export interface ImportBatchTable {
  import_batch_id: Generated<number>
  state: 'committed' | 'undone'
  kind: 'customers' | 'orders'
  file_name: string
  file_size_bytes: number
  file_sha256: string
  sheet_name: string
  header_row: number
  encoding: string | null
  platform: string
  shop: string
  /** JSON: the mapping used, header by header. */
  mapping: string
  row_count: number
  created_count: number
  updated_count: number
  unchanged_count: number
  rejected_count: number
  customers_created: number
  orders_created: number
  lines_created: number
  rows_without_customer: number
  committed_at: string
  elapsed_ms: number
  undone_at: string | null
  /** Null of imports that were made before this was counted. */
  customers_updated: number | null
  orders_updated: number | null
  /** The import whose rejected rows this one's file brought back. */
  corrects_import_batch_id: number | null
  /** When the original cells and old values were dropped, long after the import was taken back. */
  forgotten_at: string | null
}

/** The verdict on one row, and the records it led to. */
export interface ImportRowTable {
  import_batch_id: number
  row_number: number
  verdict: 'created' | 'updated' | 'unchanged' | 'rejected'
  customer_id: number | null
  sales_order_id: number | null
  reason: string | null
  column_index: number | null
}

/** The original cells of up to 500 rows, deflated JSON. */
export interface ImportCellsTable {
  import_batch_id: number
  first_row_number: number
  row_count: number
  cells: Uint8Array
}
