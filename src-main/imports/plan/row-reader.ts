import { isProblem } from '#main/imports/cells/cell-problem.ts'
import { readIdentifier, readText, readTextList } from '#main/imports/cells/cell-text.ts'
import { readCustomerKind, readGender, readOrderStatus } from '#main/imports/cells/read-choice.ts'
import { readBirthDate, readDate, readDateTime } from '#main/imports/cells/read-date.ts'
import { readIdNumber } from '#main/imports/cells/read-id-number.ts'
import { readCount, readMoney, readQuantity, readUnitPrice } from '#main/imports/cells/read-number.ts'
import { readPhones } from '#main/imports/cells/read-phone.ts'
import type { RawCell } from '#main/imports/raw-row.ts'
import type { FieldValue } from '#shared/domain/field-value.ts'
import {
  type ImportFieldName,
  type ImportTarget,
  type ImportValue,
  importValueOf,
  isImportField,
} from '#shared/domain/import-field.ts'
import type { ReadingPlan } from './import-plan.ts'
import { type FieldReader, fieldReaders } from './read-fields.ts'
import { emptyRowValues, type FieldProblem, type RowValues } from './row-values.ts'

/** A row as it was read, with the cells that could not be taken. */
export type RowReading = { readonly values: RowValues; readonly problems: readonly FieldProblem[] }

type CellReader = (cell: RawCell | undefined) => unknown
type ColumnReader = {
  readonly columnIndex: number
  readonly field: ImportFieldName
  readonly read: CellReader
}

const noProblems: readonly FieldProblem[] = []

/**
 * Makes the function that reads the mapped cells of a row, or those of some fields.
 *
 * Shape: where several columns have one field the first filled one counts.
 */
export function makeRowReader(
  plan: ReadingPlan,
  takes: (field: ImportTarget) => boolean = () => true,
): (cells: readonly RawCell[]) => RowReading {
  const columns = plan.columns.filter(({ field }) => takes(field))
  const readers = columns.flatMap(({ columnIndex, field }) =>
    isImportField(field) ? columnReader(columnIndex, field, plan) : [],
  )
  const ofFields = fieldReaders(columns, plan)
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
    if (ofFields.length > 0) {
      const read = readFields(ofFields, cells)
      values.fields = read.values
      if (read.problems.length > 0) problems = [...(problems ?? []), ...read.problems]
    }
    return { values, problems: problems ?? noProblems }
  }
}

function readFields(readers: readonly FieldReader[], cells: readonly RawCell[]) {
  const values = new Map<number, FieldValue>()
  const problems: FieldProblem[] = []
  for (const { fieldId, column, read } of readers) {
    const reading = read(cells[column.columnIndex])
    if (isProblem(reading)) problems.push({ ...column, problem: reading })
    else if (reading !== null) values.set(fieldId, reading)
  }
  return { values, problems }
}

function columnReader(columnIndex: number, field: ImportFieldName, plan: ReadingPlan): ColumnReader {
  const kind = importValueOf(field)
  if (!kind) throw new Error('every field is in the list of fields')
  return { columnIndex, field, read: readerOf(kind, columnIndex, plan) }
}

function readerOf(kind: ImportValue, columnIndex: number, plan: ReadingPlan): CellReader {
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
