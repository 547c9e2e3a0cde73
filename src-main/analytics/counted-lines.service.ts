import type { ReadableDb } from '#main/database/db.ts'
import { type CalendarDate, toDayNumber } from '#shared/domain/calendar-date.ts'
import type { KeptColumns } from './kept-columns.service.ts'
import { listRefundedAfter } from './line.queries.ts'
import { groupLines, type LinesOfOrders, placesByKey } from './lines/lines-of-orders.ts'
import type { PurchaseColumns } from './rfm/rfm-columns.ts'
import { purchasesAsOf } from './rfm/rfm-metrics.ts'
import { type LineColumns, noHour } from './stored-columns.service.ts'

/** The orders of a period as they stood on its last day, and the lines of those that counted. */
export type CountedLines = LinesOfOrders & {
  readonly orderCount: number
  readonly orderIds: Int32Array
  /** Ascending; `purchases.customerIndex` points into it. */
  readonly customerIds: Int32Array
  readonly purchases: PurchaseColumns
  /** 1 for the orders of the period that counted on its last day. */
  readonly isWithin: Uint8Array
  readonly lines: LineColumns
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
  const columns = kept.get(true)
  const lines = kept.getLines()
  const asOfDay = toDayNumber(asOf)
  const purchases = purchasesAsOf(columns.purchases, columns.refunds, asOfDay)
  const isWithin = markWithin(purchases, fromOn === null ? null : toDayNumber(fromOn), asOfDay)
  const orderIds = columns.orderIds ?? new Int32Array()
  const places = placesByKey(orderIds)
  const wasReturned = returnedBy(
    lines,
    columns.refunds.refundedOnDay.some(day => day > asOfDay) ? listRefundedAfter(db, asOf) : [],
  )
  const grouped = groupLines(
    lines.lineId.length,
    orderIds.length,
    line => {
      const place = places[lines.orderId[line] ?? 0] ?? -1
      return isWithin[place] === 1 ? place : -1
    },
    line => !wasReturned(line),
  )
  let orderCount = 0
  for (const mark of isWithin) orderCount += mark
  const { customerIds } = columns
  return { ...grouped, orderCount, orderIds, customerIds, purchases, isWithin, lines }
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

/** Tells of a line whether nothing of it was left on the day after which the refunds are. */
function returnedBy(
  { lineId, orderId, netMinor, refundedMinor }: LineColumns,
  later: readonly (readonly [orderId: number, lineId: number | null])[],
): (line: number) => boolean {
  const orders = new Set(later.flatMap(([order, line]) => (line === null ? [order] : [])))
  const single = new Set(later.flatMap(([, line]) => (line === null ? [] : [line])))
  return line =>
    (netMinor[line] ?? 0) <= 0 &&
    refundedMinor[line] !== 0 &&
    !single.has(lineId[line] ?? 0) &&
    !orders.has(orderId[line] ?? 0)
}

/**
 * The hour of each of the purchases that are kept, `noHour` where only its day is known.
 *
 * Cost: once the columns are loaded, some nanoseconds an order.
 */
export function hoursOfOrders(kept: KeptColumns): Uint8Array {
  const orderIds = kept.get(true).orderIds ?? new Int32Array()
  const times = kept.getTimes()
  const places = placesByKey(times.orderId)
  return Uint8Array.from(orderIds, orderId => times.hour[places[orderId] ?? -1] ?? noHour)
}

/** The price of the goods of a line as it was sold, before refunds. Units: minor units. */
export const soldMinor = ({ netMinor, refundedMinor }: LineColumns, line: number): number =>
  (netMinor[line] ?? 0) + (refundedMinor[line] ?? 0)
