import type { ReadableDb } from '#main/database/db.ts'
import { type CalendarDate, toDayNumber } from '#shared/domain/calendar-date.ts'
import type { KeptColumns, KeptLines } from './kept-columns.service.ts'
import { listRefundedAfter } from './line.queries.ts'
import { type LinesOfOrders, ownersOf, pickLines } from './lines/lines-of-orders.ts'
import type { PurchaseColumns } from './rfm/rfm-columns.ts'
import { purchasesAsOf } from './rfm/rfm-metrics.ts'

type Lines = KeptLines['lines']

/** The orders of a period as they stood on its last day, and the lines of those that counted. */
export type CountedLines = LinesOfOrders & {
  readonly orderCount: number
  /** Ascending; `purchases.customerIndex` points into it. */
  readonly customerIds: Int32Array
  readonly purchases: PurchaseColumns
  /** 1 for the orders of the period that counted on its last day. */
  readonly isWithin: Uint8Array
  readonly lines: Lines
}

/**
 * Gives the orders between two days that counted on the last one, with the lines that were not wholly returned by then.
 *
 * Shape: by the same rule as `counted-orders.queries.ts`: what was returned later was bought then. Customers in the bin take no part,
 * sales without a customer do. `fromOn` null: from the first.
 * Empty: an archive without lines gives orders without lines.
 * Cost: once the columns are loaded, about 20 ns an order and a line.
 */
export function countLinesOf(
  db: ReadableDb,
  kept: KeptColumns,
  fromOn: CalendarDate | null,
  asOf: CalendarDate,
): CountedLines {
  const columns = kept.get()
  const { starts, lines } = kept.getLines()
  const asOfDay = toDayNumber(asOf)
  const purchases = purchasesAsOf(columns.purchases, columns.refunds, asOfDay)
  const isWithin = markWithin(purchases, fromOn === null ? null : toDayNumber(fromOn), asOfDay)
  const hasLater = columns.refunds.refundedOnDay.some(day => day > asOfDay)
  const wasReturned = hasLater
    ? returnedBy(lines, starts, columns.orderIds ?? new Int32Array(), listRefundedAfter(db, asOf))
    : (line: number) => isReturned(lines, line)
  let orderCount = 0
  for (const mark of isWithin) orderCount += mark
  const { customerIds } = columns
  return {
    ...pickLines(starts, isWithin, line => !wasReturned(line)),
    ...{ orderCount, customerIds, purchases, isWithin, lines },
  }
}

function markWithin(
  { orderedOnDay, isCounted }: PurchaseColumns,
  fromDay: number | null,
  asOfDay: number,
): Uint8Array {
  const isWithin = isCounted.slice()
  for (let at = 0; at < isWithin.length; at++) {
    const day = orderedOnDay[at] ?? 0
    if (day > asOfDay || (fromDay !== null && day < fromDay)) isWithin[at] = 0
  }
  return isWithin
}

/** Nothing of the line is left today. */
const isReturned = ({ netMinor, refundedMinor }: Lines, line: number): boolean =>
  (netMinor[line] ?? 0) <= 0 && refundedMinor[line] !== 0

/** Tells of a line whether nothing of it was left on the day after which the refunds are. */
function returnedBy(
  lines: Lines,
  starts: Int32Array,
  orderIds: Int32Array,
  later: readonly (readonly [orderId: number, lineId: number | null])[],
): (line: number) => boolean {
  const orders = new Set(later.flatMap(([order, line]) => (line === null ? [order] : [])))
  const single = new Set(later.flatMap(([, line]) => (line === null ? [] : [line])))
  const orderOf = ownersOf(starts)
  return line =>
    isReturned(lines, line) &&
    !single.has(lines.lineId[line] ?? 0) &&
    !orders.has(orderIds[orderOf[line] ?? 0] ?? 0)
}

/** The price of the goods of a line as it was sold, before refunds. Units: minor units. */
export const soldMinor = ({ netMinor, refundedMinor }: Lines, line: number): number =>
  (netMinor[line] ?? 0) + (refundedMinor[line] ?? 0)
