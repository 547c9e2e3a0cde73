import { isProblem } from '#main/imports/cells/cell-problem.ts'
import { readIdentifier, readText, readTextList } from '#main/imports/cells/cell-text.ts'
import { readCustomerKind, readGender, readOrderStatus } from '#main/imports/cells/read-choice.ts'
import { readBirthDate, readDate, readDateTime } from '#main/imports/cells/read-date.ts'
import { readIdNumber } from '#main/imports/cells/read-id-number.ts'
import { readCount, readMoney, readQuantity, readUnitPrice } from '#main/imports/cells/read-number.ts'
import { readPhones } from '#main/imports/cells/read-phone.ts'
import type { RawCell } from '#main/imports/raw-row.ts'
import { type ImportFieldName, importFields } from '#shared/domain/import-field.ts'
import type { ImportPlan, PlannedColumn } from './import-plan.ts'
import { emptyRowValues, type FieldProblem, type RowValues } from './row-values.ts'

/** A row as it was read, with the cells that could not be taken. */
export type RowReading = { readonly values: RowValues; readonly problems: readonly FieldProblem[] }

/** What of a plan says how cells are read. */
export type ReadingPlan = Pick<ImportPlan, 'columns' | 'currency' | 'timeZone' | 'today' | 'dateOrders'>

type ValueKind = (typeof importFields)[number]['value']
type CellReader = (cell: RawCell | undefined) => unknown
type ColumnReader = {
  readonly columnIndex: number
  readonly field: ImportFieldName
  readonly read: CellReader
}

const valueKinds = new Map(importFields.map(field => [field.name, field.value]))
const noProblems: readonly FieldProblem[] = []

/**
 * Makes the function that reads the mapped cells of a row, or those of some fields.
 *
 * Shape: where several columns have one field the first filled one counts.
 */
export function makeRowReader(
  plan: ReadingPlan,
  takes: (field: ImportFieldName) => boolean = () => true,
): (cells: readonly RawCell[]) => RowReading {
  const readers = plan.columns.filter(({ field }) => takes(field)).map(column => columnReader(column, plan))
  return cells => {
    const values = emptyRowValues()
    let problems: FieldProblem[] | undefined
    for (const { columnIndex, field, read } of readers) {
      const cell = cells[columnIndex]
      if (cell === null || cell === undefined || values[field] !== null) continue
      const reading = read(cell)
      if (reading === null) continue
      if (isProblem(reading)) {
        problems ??= []
        problems.push({ field, columnIndex, problem: reading })
      } else (values as Record<ImportFieldName, unknown>)[field] = reading
    }
    return { values, problems: problems ?? noProblems }
  }
}

function columnReader({ columnIndex, field }: PlannedColumn, plan: ReadingPlan): ColumnReader {
  const kind = valueKinds.get(field)
  if (!kind) throw new Error('every field is in the list of fields')
  return { columnIndex, field, read: readerOf(kind, columnIndex, plan) }
}

function readerOf(kind: ValueKind, columnIndex: number, plan: ReadingPlan): CellReader {
  const { currency, timeZone, today } = plan
  const dates = { timeZone, today, order: plan.dateOrders.get(columnIndex) }
  switch (kind) {
    case 'text':
      return readText
    case 'text-list':
      return readTextList
    case 'identifier':
      return readIdentifier
    case 'phone':
      return readPhones
    case 'id-number':
      return readIdNumber
    case 'gender':
      return readGender
    case 'customer-kind':
      return readCustomerKind
    case 'order-status':
      return readOrderStatus
    case 'birth-date':
      return cell => readBirthDate(cell, dates)
    case 'date':
      return cell => readDate(cell, dates)
    case 'date-time':
      return cell => readDateTime(cell, dates)
    case 'money':
      return cell => readMoney(cell, currency)
    case 'unit-price':
      return cell => readUnitPrice(cell, currency)
    case 'quantity':
      return readQuantity
    case 'count':
      return readCount
  }
}
