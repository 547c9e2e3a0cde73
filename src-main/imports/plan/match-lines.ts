import { toSearchText } from '#shared/domain/text.ts'
import type { KnownLine } from './lookups.ts'
import type { OrderRow } from './order-line.ts'

/**
 * Which line of the archive a line of the file is; `new` when there is none, `ambiguous` when it could be several,
 * `earlier` when an older file has a product of the order in another size.
 */
export type LineMatch = KnownLine | 'new' | 'ambiguous' | 'earlier'

/**
 * Finds the lines of a known order again: by sub-order number, else by product with the same quantity and price, else
 * the one of the same product that is closest in price, then in quantity.
 *
 * Shape: one match per line of the file, no known line twice.
 */
export function matchLines(
  lines: readonly OrderRow[],
  known: readonly KnownLine[],
  isOlder: boolean,
): LineMatch[] {
  const matches = new Map<OrderRow, LineMatch>()
  const free = new Set(known)
  const take = (line: OrderRow, match: KnownLine | undefined) => {
    if (!match) return
    matches.set(line, match)
    free.delete(match)
  }
  for (const line of lines)
    if (line.subOrderNumber !== null)
      take(
        line,
        first(free, one => one.subOrderNumber === line.subOrderNumber),
      )
  // A row without money must not take the line that another describes in full, nor one without a refund the line that has it.
  const open = () =>
    lines
      .filter(line => !matches.has(line))
      .sort((a, b) => completeness(b) - completeness(a) || refundOf(b) - refundOf(a))
  for (const line of open()) {
    const same = [...free].filter(one => isCandidate(line, one) && isSameSize(line, one))
    take(line, same.sort((a, b) => refundDistance(line, a) - refundDistance(line, b))[0])
  }
  for (const line of open()) {
    const candidates = [...free].filter(one => isCandidate(line, one))
    if (isOlder && candidates.length > 0) {
      matches.set(line, 'earlier')
      continue
    }
    const closest = closestOf(line, candidates)
    if (typeof closest === 'string') matches.set(line, closest)
    else take(line, closest)
  }
  return lines.map(line => matches.get(line) ?? 'new')
}

/**
 * Says whether a file lists an order the other way: all items in one line's title, or one known line as several items.
 * Then its lines are the known ones over again.
 *
 * Example: known '甲，乙' with the file's lines '甲' and '乙' -> true
 */
export function isOtherListing(lines: readonly OrderRow[], known: readonly KnownLine[]): boolean {
  if (lines.length !== 1 && known.length !== 1) return false
  if (lines.length === known.length && lines[0]?.title === known[0]?.title) return false
  const titles = lines.map(line => toSearchText(line.title))
  const knownTitles = known.map(line => toSearchText(line.title))
  const holdsAll = (whole: string | undefined, parts: readonly string[]) =>
    whole !== undefined &&
    parts.length > 0 &&
    parts.every(part => part !== '' && whole !== part && whole.includes(part))
  return (
    (knownTitles.length === 1 && holdsAll(knownTitles[0], titles)) ||
    (titles.length === 1 && holdsAll(titles[0], knownTitles))
  )
}

/** A line that has a sub-order number can only be a known line without one, and the other way round. */
function isCandidate(line: OrderRow, known: KnownLine): boolean {
  if (line.subOrderNumber !== null && known.subOrderNumber !== null) return false
  if (line.product?.knownId != null && known.productId !== null)
    return line.product.knownId === known.productId
  if (line.product !== null && known.productId !== null) return false
  return toSearchText(line.title) === toSearchText(known.title)
}

function isSameSize(line: OrderRow, known: KnownLine): boolean {
  const hasSameQuantity = line.quantity === null || line.quantity === known.quantity
  return hasSameQuantity && (line.unitPriceMicro === null || line.unitPriceMicro === known.unitPriceMicro)
}

function closestOf(line: OrderRow, candidates: readonly KnownLine[]): LineMatch {
  const ranked = candidates
    .map(known => ({ known, distance: distanceOf(line, known) }))
    .sort((a, b) => a.distance.price - b.distance.price || a.distance.quantity - b.distance.quantity)
  const [best, next] = ranked
  if (!best) return 'new'
  const isTie =
    next !== undefined &&
    next.distance.price === best.distance.price &&
    next.distance.quantity === best.distance.quantity
  return isTie && !isSameLine(best.known, next.known) ? 'ambiguous' : best.known
}

function distanceOf(line: OrderRow, known: KnownLine) {
  const price = line.unitPriceMicro === null ? 0 : Math.abs((known.unitPriceMicro ?? 0) - line.unitPriceMicro)
  return { price, quantity: line.quantity === null ? 0 : Math.abs(known.quantity - line.quantity) }
}

function isSameLine(one: KnownLine, other: KnownLine): boolean {
  return one.quantity === other.quantity && one.unitPriceMicro === other.unitPriceMicro
}

function refundOf(line: OrderRow): number {
  return Math.abs(line.refundedMinor ?? 0)
}

/** Refunds only grow: a line that has as much given back already comes before one that would get more. */
function refundDistance(line: OrderRow, known: KnownLine): number {
  const missing = refundOf(line) - known.refundedMinor
  return missing > 0 ? 2 ** 52 + missing : -missing
}

function completeness(line: OrderRow): number {
  return (line.money === null ? 0 : 2) + (line.quantity === null ? 0 : 1)
}

function first<T>(items: Iterable<T>, accept: (item: T) => boolean): T | undefined {
  for (const item of items) if (accept(item)) return item
  return undefined
}
