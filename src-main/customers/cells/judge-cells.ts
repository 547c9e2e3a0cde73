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

/** What becomes of the cells of some rows. */
export type Verdict = { readonly accepted: readonly AcceptedCell[]; readonly unchanged: number }

/** A block with a text for each cell, row by row. */
export type UnpackedBlock = {
  readonly customerIds: readonly number[]
  readonly columns: readonly CellColumn[]
  readonly typed: readonly (string | null)[]
  readonly seen: readonly (string | null)[]
}

/** Unpacks a block. Errors: invalid-request where there is not a text for each cell, or a customer or column is named twice. */
export function unpackBlock({ customerIds, columns, typed, seen }: CellBlock): UnpackedBlock {
  const count = customerIds.length * columns.length
  const texts = { typed: unpackTexts(typed), seen: unpackTexts(seen) }
  const isOnce = new Set(customerIds).size === customerIds.length && new Set(columns).size === columns.length
  if (!isOnce || count > cellLimit) throw new AppError('invalid-request')
  if (texts.typed?.length !== count || texts.seen?.length !== count) throw new AppError('invalid-request')
  return { customerIds, columns, typed: texts.typed, seen: texts.seen }
}

/**
 * Says of each cell of some rows of a block whether it can be written; those that cannot are told to `refused`.
 *
 * Shape: `part` is the place of the first row and the rows as stored. What holds the typed value already is unchanged,
 * whatever was seen.
 */
export function judgeCells(
  { customerIds, columns, typed, seen }: UnpackedBlock,
  part: {
    readonly first: number
    readonly count: number
    readonly rows: ReadonlyMap<number, CustomerListRow>
  },
  read: ReadCell,
  refused: RefusedCells,
): Verdict {
  const accepted: AcceptedCell[] = []
  const judge = prepareJudging(read)
  let unchanged = 0
  for (const [column, place] of inOrder(columns))
    for (let index = part.first; index < part.first + part.count; index++) {
      const at = index * columns.length + place
      const text = typed[at] ?? null
      if (text === null) continue
      const row = part.rows.get(customerIds[index] ?? 0)
      const judgement = row ? judge({ row, column, text, seen: seen[at] ?? '' }) : gone
      if (judgement === 'unchanged') unchanged++
      else if ('refusal' in judgement) refused.add(column, judgement.refusal, index)
      else if (row) accepted.push({ row, column, value: judgement.value })
    }
  return { accepted, unchanged }
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

/** Cells that were left alone, by column and reason. */
export class RefusedCells {
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
