import { cellText } from '#main/imports/cells/cell-preview.ts'
import type { CellProblemCode } from '#main/imports/cells/cell-problem.ts'
import { areMasked } from '#main/imports/cells/read-phone.ts'
import type { RawCell } from '#main/imports/raw-row.ts'
import {
  type CellIssue,
  type ImportTarget,
  type ImportValue,
  importValueOf,
  type RowReason,
} from '#shared/domain/import-field.ts'
import type { FieldProblem, RowValues } from './row-values.ts'

const sumWords = /^(?:合计|总计|小计|本页合计|本页小计|累计|汇总|共计|grandtotal|subtotal|total)[:：]?$/i

/** Says why a bad cell takes its whole row with it: it is a key, a date or money. Example: 'damaged' order number -> 'number-damaged-by-excel' */
export function rowReasonOf({ field, problem }: FieldProblem): RowReason {
  if (problem.code === 'error') return 'error-cell'
  if (problem.code === 'damaged') return 'number-damaged-by-excel'
  switch (importValueOf(field)) {
    case 'money':
    case 'unit-price':
      return 'money-unreadable'
    case 'date':
    case 'date-time':
      return 'date-unreadable'
    default:
      return 'key-damaged'
  }
}

const issueOfKind: Partial<Record<ImportValue, CellIssue>> = {
  phone: 'phone-invalid',
  'id-number': 'id-number-invalid',
  'birth-date': 'birth-date-unreadable',
  gender: 'gender-unreadable',
  date: 'date-unreadable',
  'date-time': 'date-unreadable',
  count: 'count-unreadable',
  quantity: 'quantity-unreadable',
  money: 'money-unreadable',
  'unit-price': 'money-unreadable',
}

const issueOfCode: Partial<Record<CellProblemCode, CellIssue>> = {
  ...{ error: 'error-cell', lunar: 'date-lunar', damaged: 'number-damaged-by-excel' },
  ...{ 'no-number': 'number-unreadable', 'no-choice': 'choice-unknown', 'too-long': 'text-too-long' },
  ...{ 'no-day': 'date-unreadable', 'no-money': 'money-unreadable' },
}

/** Says what is noted of a bad cell that was imported as blank. */
export function cellIssueOf(field: ImportTarget, code: CellProblemCode): CellIssue {
  return issueOfCode[code] ?? issueOfKind[importValueOf(field) ?? 'money'] ?? 'value-unknown'
}

/** Lists what is to be noted of a row's phones and status although they were taken. */
export function issuesOfValues(values: RowValues): CellIssue[] {
  const issues: CellIssue[] = []
  if (areMasked(values.phone)) issues.push('phone-masked')
  if (values.orderStatus !== null && values.orderStatus.status === null) issues.push('value-unknown')
  return issues
}

/** Says whether a row holds sums of the rows above: 合计, 总计, Total in its first filled cell. */
export function isSumRow(cells: readonly RawCell[]): boolean {
  for (const cell of cells) {
    if (cell === null) continue
    if (typeof cell !== 'string') return false
    const text = cell.trim()
    if (text !== '') return text.length <= 20 && sumWords.test(cellText(cell).replace(/\s+/g, ''))
  }
  return false
}
