import type { FieldCell } from '#main/fields/field-cell.service.ts'
import { fieldIdOf } from '#shared/domain/field.ts'
import { type ImportTarget, importValueOf } from '#shared/domain/import-field.ts'
import type { DayMonthOrder } from './cells/date-spelling.ts'
import { dayMonthOrderOf, isOpenDate } from './cells/read-date.ts'
import { forEachDataRow, type SheetRows } from './plan/sheet-rows.ts'
import type { RawCell, RawRow } from './raw-row.ts'

/** A sheet whose columns have fields; `sample` are its first rows. */
export type DatedSheet = {
  readonly sheet: SheetRows
  readonly sample: readonly RawRow[]
  readonly headerRow: number
  readonly isChinese: boolean
  readonly fieldCells: ReadonlyMap<number, FieldCell>
}

/**
 * Finds out from whole columns which number of a short date comes first.
 *
 * Empty: no entry for a column that leaves it open, or has none such as 3/5/2024 or 24.3.6 in its first rows.
 */
export function findDateOrders(
  columns: readonly { readonly columnIndex: number; readonly field: ImportTarget }[],
  { sheet, sample, headerRow, isChinese, fieldCells }: DatedSheet,
): ReadonlyMap<number, DayMonthOrder> {
  const orders = new Map<number, DayMonthOrder>()
  for (const { columnIndex, field } of columns) {
    const kind = importValueOf(field) ?? fieldCells.get(fieldIdOf(field) ?? 0)?.valueKind ?? ''
    if (!['date', 'date-time', 'birth-date', 'day'].includes(kind)) continue
    const isOpen = (cell: RawCell | undefined) => typeof cell === 'string' && isOpenDate(cell)
    if (!sample.some(row => isOpen(row.cells[columnIndex]))) continue
    const texts = new Set<string>()
    forEachDataRow(sheet, headerRow, cells => {
      const cell = cells[columnIndex]
      if (typeof cell === 'string') texts.add(cell)
    })
    const order = dayMonthOrderOf(texts, isChinese)
    if (order) orders.set(columnIndex, order)
  }
  return orders
}
