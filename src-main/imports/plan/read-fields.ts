import type { FieldCell } from '#main/fields/field-cell.service.ts'
import {
  CellProblem,
  type CellProblemCode,
  type CellReading,
  isProblem,
} from '#main/imports/cells/cell-problem.ts'
import { readFolded, readText } from '#main/imports/cells/cell-text.ts'
import { readDate } from '#main/imports/cells/read-date.ts'
import { readMoney } from '#main/imports/cells/read-number.ts'
import type { RawCell } from '#main/imports/raw-row.ts'
import { type FieldValueKind, fieldIdOf } from '#shared/domain/field.ts'
import type { FieldValue } from '#shared/domain/field-value.ts'
import type { PlannedColumn, ReadingPlan } from './import-plan.ts'

/** Reads the cells of one column that leads to a field beyond the default card. */
export type FieldReader = {
  readonly fieldId: number
  readonly column: PlannedColumn
  read(cell: RawCell | undefined): CellReading<FieldValue>
}

const codes: Readonly<Record<FieldValueKind, CellProblemCode>> = {
  ...{ text: 'too-long', number: 'no-number', money: 'no-money', day: 'no-day' },
  ...{ choice: 'no-choice', choices: 'no-choice', 'yes-no': 'no-choice', image: 'unreadable' },
}

/** Makes the readers of the columns that lead to fields beyond the default card. Empty: none of a field that is off the form. */
export function fieldReaders(columns: readonly PlannedColumn[], plan: ReadingPlan): readonly FieldReader[] {
  return columns.flatMap(column => {
    const fieldId = fieldIdOf(column.field)
    const cell = fieldId === null ? undefined : plan.fieldCells.get(fieldId)
    return fieldId === null || !cell ? [] : [{ fieldId, column, read: readerOf(cell, column, plan) }]
  })
}

function readerOf(field: FieldCell, { columnIndex }: PlannedColumn, plan: ReadingPlan): FieldReader['read'] {
  const { currency, timeZone, today, dateOrders } = plan
  const dates = { timeZone, today, order: dateOrders.get(columnIndex) }
  const problem = new CellProblem(codes[field.valueKind])
  switch (field.valueKind) {
    case 'money':
      return cell => named(readMoney(cell, currency), problem)
    case 'day':
      return cell => named(readDate(cell, dates), problem)
    case 'text':
      return cell => taken(field, readText(cell), problem)
    default:
      return cell => taken(field, readFolded(cell), problem)
  }
}

/** What could not be understood is said with what was expected. */
function named<T>(reading: CellReading<T>, problem: CellProblem): CellReading<T> {
  return isProblem(reading) && reading.code === 'unreadable' ? problem : reading
}

function taken(field: FieldCell, text: CellReading<string>, problem: CellProblem): CellReading<FieldValue> {
  if (text === null || isProblem(text)) return text
  const reading = field.read(text)
  return 'issue' in reading ? problem : (reading.value ?? null)
}
