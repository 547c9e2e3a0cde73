import type { ImportCounts } from '#shared/domain/import-batch.ts'
import type { PreparedImport } from './prepare-import.service.ts'
import type { StagedFacts } from './staging.service.ts'

/** Makes the row of an import that begins to be written; it has no counts yet. */
export function newBatch(
  { plan, columns, sheetName, correctsImportBatchId }: PreparedImport,
  staged: StagedFacts,
  now: string,
) {
  return {
    state: 'committed' as const,
    kind: plan.kind,
    file_name: staged.fileName,
    file_size_bytes: staged.sizeBytes,
    file_sha256: staged.sha256,
    sheet_name: sheetName,
    header_row: plan.headerRow,
    encoding: staged.encoding,
    platform: plan.platform,
    shop: plan.shop,
    mapping: JSON.stringify(columns.map(({ header, field }) => ({ header, field }))),
    ...countColumns(noCounts),
    committed_at: now,
    elapsed_ms: 0,
    undone_at: null,
    corrects_import_batch_id: correctsImportBatchId,
    forgotten_at: null,
  }
}

const noCounts: ImportCounts = {
  ...{ rows: 0, created: 0, updated: 0, unchanged: 0, rejected: 0, customersCreated: 0, customersUpdated: 0 },
  ...{ ordersCreated: 0, ordersUpdated: 0, linesCreated: 0, rowsWithoutCustomer: 0 },
}

/** Gives the columns of a batch for its counts. */
export function countColumns(counts: ImportCounts) {
  return {
    row_count: counts.rows,
    created_count: counts.created,
    updated_count: counts.updated,
    unchanged_count: counts.unchanged,
    rejected_count: counts.rejected,
    customers_created: counts.customersCreated,
    customers_updated: counts.customersUpdated,
    orders_created: counts.ordersCreated,
    orders_updated: counts.ordersUpdated,
    lines_created: counts.linesCreated,
    rows_without_customer: counts.rowsWithoutCustomer,
  }
}
