import type { PurchaseColumns } from '#main/analytics/rfm/rfm-columns.ts'

/**
 * Who bought on each day: the customers of day `firstDay + n` stand from `starts[n]` up to `starts[n + 1]`, one place per counted order.
 *
 * Shape: indexes into the list of customers. Empty: without an order there are no days.
 */
export type OrdersByDay = {
  readonly firstDay: number
  readonly starts: Int32Array
  readonly customers: Int32Array
}

/**
 * Puts counted orders until a day in the order of their days.
 *
 * Shape: `isLeftOut` has a place for every customer and marks those who take no part; sales without a customer take none either.
 * Cost: two passes; 4 bytes an order, 4 bytes a day.
 */
export function sortOrdersByDay(
  { customerIndex, orderedOnDay, isCounted }: PurchaseColumns,
  isLeftOut: Uint8Array,
  asOfDay: number,
): OrdersByDay {
  const isWanted = (at: number) =>
    (orderedOnDay[at] ?? 0) <= asOfDay && isCounted[at] === 1 && isLeftOut[customerIndex[at] ?? -1] === 0
  let firstDay = asOfDay + 1
  for (let at = 0; at < customerIndex.length; at++)
    if ((orderedOnDay[at] ?? 0) < firstDay && isWanted(at)) firstDay = orderedOnDay[at] ?? 0
  const starts = new Int32Array(asOfDay - firstDay + 2)
  for (let at = 0; at < customerIndex.length; at++)
    if (isWanted(at)) {
      const after = (orderedOnDay[at] ?? 0) - firstDay + 1
      starts[after] = (starts[after] ?? 0) + 1
    }
  for (let day = 1; day < starts.length; day++) starts[day] = (starts[day] ?? 0) + (starts[day - 1] ?? 0)
  const customers = new Int32Array(starts.at(-1) ?? 0)
  const next = starts.slice()
  for (let at = 0; at < customerIndex.length; at++)
    if (isWanted(at)) {
      const day = (orderedOnDay[at] ?? 0) - firstDay
      const place = next[day] ?? 0
      customers[place] = customerIndex[at] ?? 0
      next[day] = place + 1
    }
  return { firstDay, starts, customers }
}
