import type { KnownLine, KnownOrder } from './lookups.ts'
import { isOtherListing, type LineMatch, matchLines } from './match-lines.ts'
import type { OrderGroup } from './order-group.ts'
import type { OrderRow } from './order-line.ts'

/** What becomes of a row of the file that describes an item. `money-missing`: it would be a new line without any. */
export type LineFate = LineMatch | 'money-missing'

/** A line on its way: what the file says, what the archive has, or both. */
export type LineDraft = {
  readonly file: OrderRow | undefined
  readonly known: KnownLine | undefined
  /** Whether the file states another quantity or price, and may. */
  readonly hasNewSize: boolean
}

/** The items of an order, of the file and of the archive. */
export type SettledLines = {
  /** The rows that describe items, in their order. */
  readonly described: readonly OrderRow[]
  /** Those that are compared with the archive, and what each of them is; empty when the file only lists them otherwise. */
  readonly compared: readonly OrderRow[]
  readonly fates: readonly LineFate[]
  readonly drafts: readonly LineDraft[]
}

/** Finds out which lines of the file are new, which are known, and which known ones the file lacks. */
export function settleLines(
  group: OrderGroup,
  order: { readonly known: KnownOrder | undefined; readonly isOlder: boolean },
  knownLines: readonly KnownLine[],
): SettledLines {
  const lines = group.rows.filter(row => row.isLine)
  // A row of a known order that describes no item says something of the order only.
  const described = lines.length > 0 ? distinctRows(order.known ? lines : group.rows) : []
  if (!order.known) {
    const drafts = described.map(file => ({ file, known: undefined, hasNewSize: false }))
    return { described, compared: described, fates: described.map(() => 'new' as const), drafts }
  }
  const compared = isOtherListing(described, knownLines) ? [] : described
  const fates = matchLines(compared, knownLines, order.isOlder).map((match, index) =>
    match === 'new' && group.paidMinor === null && compared[index]?.money === null ? 'money-missing' : match,
  )
  return { described, compared, fates, drafts: draftLines(compared, fates, knownLines, order.isOlder) }
}

/** The same sub-order twice is the same line; the first row that states its money stands for it. */
function distinctRows(rows: readonly OrderRow[]): readonly OrderRow[] {
  if (rows.length === 1 || rows.every(row => row.subOrderNumber === null)) return rows
  const bySubOrder = new Map<string, OrderRow>()
  for (const row of rows) {
    if (row.subOrderNumber === null) continue
    const seen = bySubOrder.get(row.subOrderNumber)
    if (!seen || (seen.money === null && row.money !== null)) bySubOrder.set(row.subOrderNumber, row)
  }
  return rows.filter(row => row.subOrderNumber === null || bySubOrder.get(row.subOrderNumber) === row)
}

function draftLines(
  compared: readonly OrderRow[],
  fates: readonly LineFate[],
  knownLines: readonly KnownLine[],
  isOlder: boolean,
): LineDraft[] {
  const drafts: LineDraft[] = []
  const matched = new Set<LineFate>(fates)
  compared.forEach((file, index) => {
    const fate = fates[index]
    if (fate === undefined || (typeof fate === 'string' && fate !== 'new')) return
    const known = fate === 'new' ? undefined : fate
    const hasNewSize = known !== undefined && !isOlder && differsInSize(file, known)
    drafts.push({ file, known, hasNewSize })
  })
  for (const known of knownLines)
    if (!matched.has(known)) drafts.push({ file: undefined, known, hasNewSize: false })
  return drafts
}

function differsInSize(file: OrderRow, known: KnownLine): boolean {
  return (
    (file.quantity !== null && file.quantity !== known.quantity) ||
    (file.unitPriceMicro !== null && file.unitPriceMicro !== known.unitPriceMicro)
  )
}
