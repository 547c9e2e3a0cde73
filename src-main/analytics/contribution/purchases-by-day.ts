import type { PurchaseColumns } from '#main/analytics/rfm/rfm-columns.ts'
import type { RefundColumns } from '#main/analytics/rfm/rfm-metrics.ts'

/**
 * Purchases of known customers in the order of their days, before any refund, and the refunds in the order of theirs.
 *
 * Shape: `previousOf` is the customer's purchase before, -1 for the first. `isCounted` says whether a purchase counts now; before its
 * last refund it counts while money is left.
 * Units: minor units; days since 1970-01-01.
 */
export type PurchasesByDay = {
  readonly customer: Int32Array
  readonly day: Int32Array
  readonly grossMinor: Float64Array
  readonly isCounted: Uint8Array
  readonly previousOf: Int32Array
  readonly refunds: readonly { readonly place: number; readonly day: number; readonly minor: number }[]
}

/**
 * Orders purchases by day.
 *
 * Cost: one counting sort, about 100 ms for 2,000,000 orders.
 */
export function orderByDay(
  { customerIndex, orderedOnDay, netMinor, isCounted }: PurchaseColumns,
  refunds: RefundColumns,
  customerCount: number,
): PurchasesByDay {
  const placeOf = sortedPlaces(customerIndex, orderedOnDay)
  const length = placeOf.reduce((count, place) => count + (place < 0 ? 0 : 1), 0)
  const sorted = {
    ...{ customer: new Int32Array(length), day: new Int32Array(length), isCounted: new Uint8Array(length) },
    ...{ grossMinor: new Float64Array(length), previousOf: new Int32Array(length) },
  }
  for (let at = 0; at < placeOf.length; at++) {
    const place = placeOf[at] ?? -1
    if (place < 0) continue
    sorted.customer[place] = customerIndex[at] ?? 0
    sorted.day[place] = orderedOnDay[at] ?? 0
    sorted.grossMinor[place] = netMinor[at] ?? 0
    sorted.isCounted[place] = isCounted[at] ?? 0
  }
  const last = new Int32Array(customerCount).fill(-1)
  for (let place = 0; place < length; place++) {
    const customer = sorted.customer[place] ?? 0
    sorted.previousOf[place] = last[customer] ?? -1
    last[customer] = place
  }
  const placed = Array.from(refunds.purchaseIndex, (at, index) => ({
    ...{ place: placeOf[at] ?? -1, day: refunds.refundedOnDay[index] ?? 0 },
    minor: refunds.refundedMinor[index] ?? 0,
  })).filter(({ place }) => place >= 0)
  for (const { place, minor } of placed) sorted.grossMinor[place] = (sorted.grossMinor[place] ?? 0) + minor
  return { ...sorted, refunds: placed.sort((a, b) => a.day - b.day) }
}

/** The place of each purchase once they are in the order of their days; -1 for one without a customer. */
function sortedPlaces(customerIndex: Int32Array, day: Int32Array): Int32Array {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let at = 0; at < day.length; at++) {
    first = Math.min(first, day[at] ?? 0)
    last = Math.max(last, day[at] ?? 0)
  }
  const next = new Int32Array(day.length === 0 ? 1 : last - first + 2)
  for (let at = 0; at < day.length; at++)
    if ((customerIndex[at] ?? -1) >= 0) {
      const after = (day[at] ?? 0) - first + 1
      next[after] = (next[after] ?? 0) + 1
    }
  for (let at = 1; at < next.length; at++) next[at] = (next[at] ?? 0) + (next[at - 1] ?? 0)
  const places = new Int32Array(day.length).fill(-1)
  for (let at = 0; at < day.length; at++)
    if ((customerIndex[at] ?? -1) >= 0) {
      const own = (day[at] ?? 0) - first
      places[at] = next[own] ?? 0
      next[own] = (next[own] ?? 0) + 1
    }
  return places
}
