import type { ReadableDb } from '#main/database/db.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { type HabitOrder, PurchaseHabits } from './portrait/purchase-habits.ts'
import { iteratePortraitLines, type PortraitLine } from './portrait.queries.ts'
import type { LineTaste } from './preferences/preference-counts.ts'

export type PortraitDays = { readonly fromOn: CalendarDate | null; readonly asOf: CalendarDate }

/**
 * Reads what the orders of one customer tell, order by order, and hands on its lines.
 *
 * Cost: the orders of the customer, about 10 µs a line.
 */
export function readHabits(
  db: ReadableDb,
  customerId: number,
  days: PortraitDays,
  onLine: (line: PortraitLine) => void = () => undefined,
): PurchaseHabits {
  const habits = new PurchaseHabits()
  addOrders(habits, iteratePortraitLines(db, customerId, days), () => true, onLine)
  return habits
}

/** More members than this, and all orders are read through once: quicker than customer by customer. */
const mostReadSingly = 2000

/** The same of many customers. Cost: about 10 µs a line of theirs, of more than 2,000 customers of all lines. */
export function readHabitsOfMany(
  db: ReadableDb,
  customerIds: readonly number[],
  days: PortraitDays,
): PurchaseHabits {
  const habits = new PurchaseHabits()
  if (customerIds.length > mostReadSingly) {
    const wanted = new Set(customerIds)
    addOrders(habits, iteratePortraitLines(db, null, days), row => row[1] !== null && wanted.has(row[1]))
    return habits
  }
  const rows = customerIds.flatMap(customerId => [...iteratePortraitLines(db, customerId, days)])
  // By day, the lines of an order together: the newest orders are the last.
  rows.sort((one, other) => (one[2] < other[2] ? -1 : one[2] > other[2] ? 1 : one[0] - other[0]))
  addOrders(habits, rows, () => true)
  return habits
}

function addOrders(
  habits: PurchaseHabits,
  rows: Iterable<PortraitLine>,
  isWanted: (row: PortraitLine) => boolean,
  onLine: (line: PortraitLine) => void = () => undefined,
): void {
  let [order, lines]: [PortraitLine | undefined, LineTaste[]] = [undefined, []]
  const addOrder = () => {
    if (order) habits.add(orderOf(order, lines))
    lines = []
  }
  for (const row of rows) {
    if (!isWanted(row)) continue
    if (row[0] !== order?.[0]) {
      addOrder()
      order = row
    }
    if (row[8] === 0) continue
    lines.push(tasteOf(row))
    onLine(row)
  }
  addOrder()
}

function orderOf(row: PortraitLine, lines: readonly LineTaste[]): HabitOrder {
  const [orderId, customerId, orderedOn, hour, platform, shop, netMinor, refundedMinor] = row
  const hourNumber = hour === '' ? null : Number(hour)
  return {
    ...{ orderId, customerId, orderedOn, hour: hourNumber, platform, shop, netMinor, refundedMinor, lines },
  }
}

function tasteOf(row: PortraitLine): LineTaste {
  const [, , , , , , , , , productId, category, brand, quantity, , gross] = row
  const priceMinor = gross !== null && quantity !== null && quantity > 0 ? Math.round(gross / quantity) : null
  return { productId, category, brand, priceMinor }
}
