import { AppError } from '#shared/contract/app-error.ts'
import {
  type CellBlock,
  type CellColumn,
  type CellRefusal,
  type CellsResult,
  cellLimit,
  seenText,
  unpackTexts,
} from '#shared/domain/cell-edit.ts'
import type { CustomerKind, CustomerListRow } from '#shared/domain/customer.ts'
import type { CellReading, CellValue, ReadCell } from './read-cell.ts'

/** A cell that can be written, with its customer as stored. */
export type AcceptedCell = {
  readonly row: CustomerListRow
  readonly column: CellColumn
  readonly value: CellValue
}

/** What becomes of the cells of a block. */
export type Verdict = {
  readonly accepted: readonly AcceptedCell[]
  readonly unchanged: number
  readonly refused: CellsResult['refused']
}

/**
 * Says of each cell of a block whether it can be written.
 *
 * Shape: what holds the typed value already is unchanged, whatever was seen.
 * Errors: invalid-request where there is not a text for each cell, or a customer or column is named twice.
 */
export function judgeCells(
  block: CellBlock,
  rows: ReadonlyMap<number, CustomerListRow>,
  read: ReadCell,
): Verdict {
  const { customerIds, columns } = block
  const { typed, seen } = textsOf(block)
  const accepted: AcceptedCell[] = []
  const refused = new Refused()
  const judge = prepareJudging(read)
  let unchanged = 0
  for (const [column, place] of inOrder(columns))
    for (const [index, customerId] of customerIds.entries()) {
      const at = index * columns.length + place
      const text = typed[at] ?? null
      if (text === null) continue
      const row = rows.get(customerId)
      const judgement = row ? judge({ row, column, text, seen: seen[at] ?? '' }) : gone
      if (judgement === 'unchanged') unchanged++
      else if ('refusal' in judgement) refused.add(column, judgement.refusal, index)
      else if (row) accepted.push({ row, column, value: judgement.value })
    }
  return { accepted, unchanged, refused: refused.list() }
}

const gone = { refusal: 'gone' } as const

type TypedCell = {
  readonly row: CustomerListRow
  readonly column: CellColumn
  readonly text: string
  readonly seen: string
}

/** Judges cell by cell; remembers which kinds of customer and which addresses are about to be others. */
function prepareJudging(read: ReadCell): (cell: TypedCell) => CellReading | 'unchanged' {
  const kinds = new Map<number, CustomerKind>()
  const withNewAddress = new Set<number>()
  return ({ row, column, text, seen }) => {
    const { customerId } = row
    const held = seenText(row, column)
    const isOfNewAddress = column === 'region' && withNewAddress.has(customerId)
    if (!isOfNewAddress && held === '' && text.trim() === '') return 'unchanged'
    const reading = read(column, text, kinds.get(customerId) ?? row.kind)
    if ('refusal' in reading) return reading
    const { value } = reading
    if (!isOfNewAddress) {
      if (isHeld(value, row, column)) return 'unchanged'
      if (held !== seen) return { refusal: 'conflict' }
      if (column === 'region' && row.address === null) return { refusal: 'no-address' }
    }
    if (column === 'kind') kinds.set(customerId, value as CustomerKind)
    if (column === 'address' && value !== null) withNewAddress.add(customerId)
    return reading
  }
}

function isHeld(value: CellValue, row: CustomerListRow, column: CellColumn): boolean {
  if (column === 'tags')
    return JSON.stringify((value as string[]).toSorted()) === JSON.stringify(row.tags.toSorted())
  const text = value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value)
  return text === seenText(row, column)
}

/** The kind of customer before what depends on it, an address before its region. */
function inOrder(columns: readonly CellColumn[]): readonly (readonly [CellColumn, number])[] {
  const rank = (column: CellColumn) => (column === 'kind' ? 0 : column === 'region' ? 2 : 1)
  return columns.map((column, place) => [column, place] as const).sort(([a], [b]) => rank(a) - rank(b))
}

class Refused {
  private readonly cells = new Map<string, { column: CellColumn; reason: CellRefusal; rows: number[] }>()

  add(column: CellColumn, reason: CellRefusal, row: number): void {
    const key = `${column} ${reason}`
    const known = this.cells.get(key)
    if (known) known.rows.push(row)
    else this.cells.set(key, { column, reason, rows: [row] })
  }

  list(): CellsResult['refused'] {
    return [...this.cells.values()]
  }
}

function textsOf({ customerIds, columns, typed, seen }: CellBlock) {
  const count = customerIds.length * columns.length
  const texts = { typed: unpackTexts(typed), seen: unpackTexts(seen) }
  const isOnce = new Set(customerIds).size === customerIds.length && new Set(columns).size === columns.length
  if (!isOnce || count > cellLimit) throw new AppError('invalid-request')
  if (texts.typed?.length !== count || texts.seen?.length !== count) throw new AppError('invalid-request')
  return { typed: texts.typed, seen: texts.seen }
}
