import type { ReadableDb } from '#main/database/db.ts'
import { prepareFieldCells } from '#main/fields/field-cell.service.ts'
import { getArchiveSettings } from '#main/settings/setting.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { CurrencyCode } from '#shared/domain/currency.ts'
import { dayIn } from '#shared/domain/day-in.ts'
import type { PreviewRow, RejectedRows } from '#shared/domain/import-batch.ts'
import type { MarkedCell } from '#shared/domain/import-cell.ts'
import type { ImportTarget } from '#shared/domain/import-field.ts'
import { findImportBatch, listImportCells, listRejectedRows } from './import-batch.queries.ts'
import { correctionMark, withoutReasons } from './import-correction.service.ts'
import { headerKey } from './mapping/header-text.ts'
import { matchHeaders } from './mapping/match-headers.ts'
import { CellWatch } from './plan/cell-watch.ts'
import type { ReadingPlan } from './plan/import-plan.ts'
import { markedCell } from './plan/marked-cell.ts'
import { toPreviewRow } from './preview-row.ts'
import type { RawRow } from './raw-row.ts'
import { inflateCells } from './row-writer.ts'

type MappedHeader = { readonly header: string; readonly field: ImportTarget | null }
type Batch = NonNullable<ReturnType<typeof findImportBatch>>

/** As many as a preview lists. */
const damagedKept = 100_000

/**
 * Reads the rejected rows of a batch with their original cells and reasons, and its damaged cells.
 *
 * Shape: of rows that changed nothing no cells are kept, so none of theirs is listed as damaged.
 * Empty: nothing of a batch whose rows were forgotten. Errors: not-found.
 */
export function listRejected(db: ReadableDb, importBatchId: number): RejectedRows {
  const batch = findImportBatch(db, importBatchId)
  if (!batch) throw new AppError('not-found')
  const columns = withSensitive(JSON.parse(batch.mapping) as readonly MappedHeader[])
  const rejected = new Map(listRejectedRows(db, importBatchId).map(row => [row.row_number, row]))
  const damagedOf = damageLister(db, batch, columns)
  const rows: PreviewRow[] = []
  const damaged: MarkedCell[] = []
  for (const { cells } of listImportCells(db, importBatchId)) {
    const chunk = inflateCells(cells).filter(row => row.rowNumber > batch.header_row)
    for (const row of chunk) {
      const found = rejected.get(row.rowNumber)
      if (found) rows.push(toPreviewRow(row, columns.length, 'rejected', rejectionOf(found)))
      if (damaged.length < damagedKept) damaged.push(...damagedOf(row, found !== undefined, chunk))
    }
  }
  return withoutReasons({
    fileName: batch.file_name,
    headers: columns.map(column => column.header),
    mark: correctionMark(batch.file_sha256),
    rows,
    damaged: damaged.slice(0, damagedKept),
  })
}

/** ID numbers are hidden in the list of damaged cells, also those of a column that was left out. */
function withSensitive(columns: readonly MappedHeader[]) {
  const proposed = matchHeaders(
    columns.map(({ header }) => headerKey(header)),
    'customers',
  )
  return columns.map((column, index) => ({
    ...column,
    isSensitive: [column.field, proposed[index]].includes('idNumber'),
  }))
}

const rejectionOf = ({ reason, column_index }: { reason: string | null; column_index: number | null }) => ({
  reason,
  columnIndex: column_index,
})

/** The first rows tell how many digits the codes of a column usually have. */
function damageLister(db: ReadableDb, batch: Batch, columns: ReturnType<typeof withSensitive>) {
  const { currency, timeZone } = getArchiveSettings(db)
  const plan: ReadingPlan = {
    columns: columns.flatMap(({ field }, columnIndex) => (field === null ? [] : [{ columnIndex, field }])),
    currency: CurrencyCode.parse(currency),
    timeZone,
    today: dayIn(timeZone, new Date(batch.committed_at)),
    dateOrders: new Map(),
    fieldCells: prepareFieldCells(db),
  }
  let watch: CellWatch | undefined
  return (row: RawRow, isRejected: boolean, firstRows: readonly RawRow[]): MarkedCell[] => {
    watch ??= new CellWatch(plan, firstRows, columns.length)
    const known = { plan, watch, columns, row, isRejected }
    return watch.damageOf(row.cells).map(mark => markedCell({ ...known, ...mark }))
  }
}
