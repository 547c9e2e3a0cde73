import { probableText } from '#main/imports/cells/cell-mark.ts'
import { cellAddress, cellText, hiddenCellText } from '#main/imports/cells/cell-preview.ts'
import { isProblem } from '#main/imports/cells/cell-problem.ts'
import type { PhoneReading } from '#main/imports/cells/read-phone.ts'
import type { RawRow } from '#main/imports/raw-row.ts'
import { fieldIdOf } from '#shared/domain/field.ts'
import { type CellMarkKind, cleanedKinds, type MarkedCell } from '#shared/domain/import-cell.ts'
import type { ImportTarget } from '#shared/domain/import-field.ts'
import { maskIdNumber } from '#shared/domain/masking.ts'
import { formatMinor } from '#shared/domain/money.ts'
import type { CellWatch } from './cell-watch.ts'
import type { ReadingPlan } from './import-plan.ts'
import { makeRowReader } from './row-reader.ts'
import { columnValue } from './row-values.ts'

/** A noted cell with what is needed to tell of it. */
type NotedCell = {
  readonly plan: ReadingPlan
  readonly watch: CellWatch
  readonly columns: readonly {
    readonly header: string
    readonly field: ImportTarget | null
    readonly isSensitive: boolean
  }[]
  readonly isRejected: boolean
  readonly columnIndex: number
  readonly kind: CellMarkKind
  readonly row: RawRow
}

const cleaned: ReadonlySet<CellMarkKind> = new Set(cleanedKinds)

/**
 * Tells of a noted cell: what stands there, what is stored, what it probably was.
 *
 * Example: 'phone', '+86 138-0000-1107' -> after '13800001107', outcome 'read'
 */
export function markedCell(noted: NotedCell): MarkedCell {
  const { columns, columnIndex, kind, row, watch } = noted
  const cell = row.cells[columnIndex]
  const column = columns[columnIndex]
  const field = column?.field ?? null
  const after = field === null ? null : storedText(noted, field)
  const isHidden = column?.isSensitive === true && kind !== 'error-value'
  const shown = (text: string | null) => (isHidden && text ? maskIdNumber(text) : text)
  return {
    rowNumber: row.rowNumber,
    address: cellAddress(columnIndex, row.rowNumber),
    header: column?.header ?? '',
    field,
    kind,
    before: isHidden ? hiddenCellText(cell) : cellText(cell),
    after: shown(after),
    probably: shown(probableText(cell, kind, watch.widthOf(columnIndex))),
    outcome: outcomeOf(noted, field, after),
  }
}

function outcomeOf(
  { kind, isRejected }: NotedCell,
  field: ImportTarget | null,
  after: string | null,
): MarkedCell['outcome'] {
  if (field === null) return 'left-out'
  if (isRejected) return 'rejected'
  if (after === null) return 'blank'
  return cleaned.has(kind) || kind === 'serial-date' ? 'read' : 'kept'
}

/** What is stored of a cell: codes by themselves, money in major units. Empty: null. */
function storedText({ plan, row, columnIndex }: NotedCell, field: ImportTarget): string | null {
  const alone = { ...plan, columns: [{ columnIndex, field }] }
  const { values, problems } = makeRowReader(alone)(row.cells)
  const value: unknown = columnValue(values, field)
  if (value === null || problems.some(({ problem }) => isProblem(problem))) return null
  if (typeof value === 'string') return value.replace('T', ' ')
  if (typeof value === 'number') return numberText(value, field, plan)
  if (!Array.isArray(value) || fieldIdOf(field) !== null) return null
  return value.map((one: string | PhoneReading) => (typeof one === 'string' ? one : one.value)).join(' / ')
}

const moneyFields: ReadonlySet<ImportTarget> = new Set([
  ...(['orderPaid', 'orderRefunded', 'linePaid', 'lineRefunded', 'openingSpend'] as const),
])

function numberText(
  value: number,
  field: ImportTarget,
  { currency, fieldCells }: ReadingPlan,
): string | null {
  const kind = fieldCells.get(fieldIdOf(field) ?? 0)?.valueKind
  if (kind !== undefined && kind !== 'number' && kind !== 'money') return null
  if (kind === 'money' || moneyFields.has(field)) return formatMinor(value, currency)
  return field === 'unitPrice' ? String(value / 1e6) : String(value)
}
