import { type CurrencyCode, minorUnitExponent } from '#shared/domain/currency.ts'
import type { PreviewRow, RowVerdict } from '#shared/domain/import-batch.ts'
import { type ImportTarget, importValueOf } from '#shared/domain/import-field.ts'
import { maskIdNumber } from '#shared/domain/masking.ts'
import { formatMinor } from '#shared/domain/money.ts'
import { cellAddress, cellText, hiddenCellText } from './cells/cell-preview.ts'
import type { KeptPreview } from './kept-preview.ts'
import { cellIssueOf } from './plan/cell-verdict.ts'
import { makeRowReader } from './plan/row-reader.ts'
import type { RawRow } from './raw-row.ts'

/** Words a row as the preview and the list of rejected rows show it; `textOf` may hide what a column holds. */
export function toPreviewRow(
  row: RawRow,
  width: number,
  verdict: RowVerdict,
  rejection: { readonly reason: string | null; readonly columnIndex: number | null },
  textOf: (columnIndex: number) => string = index => cellText(row.cells[index]),
): PreviewRow {
  const { reason, columnIndex } = rejection
  return {
    rowNumber: row.rowNumber,
    verdict,
    cells: Array.from({ length: Math.max(width, row.cells.length) }, (_, index) => textOf(index)),
    changes: [],
    blanks: [],
    reason,
    reasonCell: columnIndex === null ? null : cellAddress(columnIndex, row.rowNumber),
    reasonText: columnIndex === null ? null : textOf(columnIndex),
  }
}

/** Words a rejected row with all its cells, for the operator's own file. */
export function rejectedRow({ result, columns }: KeptPreview, row: RawRow, ordinal: number): PreviewRow {
  const { rows } = result
  const rejection = { reason: rows.reasonOf(ordinal), columnIndex: rows.columnOf(ordinal) }
  return toPreviewRow(row, columns.length, rows.verdictOf(ordinal), rejection)
}

/** Words a row of a preview with what changes in its cells. */
export function previewRow(kept: KeptPreview, row: RawRow, ordinal: number): PreviewRow {
  const { rows } = kept.result
  const rejection = { reason: rows.reasonOf(ordinal), columnIndex: rows.columnOf(ordinal) }
  const shown = toPreviewRow(row, kept.columns.length, rows.verdictOf(ordinal), rejection, index =>
    kept.columns[index]?.isSensitive ? hiddenCellText(row.cells[index]) : cellText(row.cells[index]),
  )
  const changes = (kept.changes.get(ordinal) ?? []).flatMap(change => {
    const column = kept.columns.find(({ field }) => field === change.field)
    if (!column) return []
    const word = (value: string | null) => wordValue(change.field, value, kept.currency)
    return [{ columnIndex: column.columnIndex, before: word(change.before), after: word(change.after) }]
  })
  return { ...shown, changes, blanks: blanksOf(kept, row, shown.verdict) }
}

/** What of a row cannot be taken as it stands; a row of an own export is compared with what was exported instead. */
function blanksOf({ plan }: KeptPreview, row: RawRow, verdict: RowVerdict): PreviewRow['blanks'] {
  if (verdict === 'rejected' || plan.own) return []
  return makeRowReader(plan)(row.cells).problems.map(({ columnIndex, field, problem }) => ({
    columnIndex,
    code: cellIssueOf(field, problem.code),
  }))
}

/** Money is carried in minor units, a unit price in 10^-6 major units; values beyond the default card are worded by the window. */
function wordValue(field: ImportTarget, value: string | null, currency: CurrencyCode): string | null {
  if (value === null) return null
  if (field === 'idNumber') return maskIdNumber(value)
  if (importValueOf(field) === 'money') return formatMinor(Number(value), currency)
  if (importValueOf(field) !== 'unit-price') return value
  return (Number(value) / 1e6)
    .toFixed(6)
    .replace(/0{1,4}$/, '')
    .replace(minorUnitExponent(currency) === 0 ? /\.0*$/ : /$^/, '')
}
