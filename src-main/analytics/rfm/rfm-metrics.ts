import { type AnalysisWindow, noOrderDay, type PurchaseColumns, type RfmInput } from './rfm-columns.ts'

/**
 * Refunds of orders, as columns.
 *
 * Shape: `purchaseIndex` points into the purchase columns. Refunds whose order is not there are left out.
 */
export type RefundColumns = {
  readonly purchaseIndex: Int32Array
  readonly refundedOnDay: Int32Array
  readonly refundedMinor: Float64Array
}

/**
 * Adds up what every customer had bought on the reference date.
 *
 * Shape: one place per customer, in the order of `customerIds`. Recency looks at all counted orders until the
 * reference date; order count and spend at those of the period. Cancellations and wholly refunded orders change the
 * spend only. Sales without a customer and orders after the reference date take no part.
 * Empty: a customer without a purchase has `noOrderDay`, 0 and 0.
 */
export function measureCustomers(
  purchases: PurchaseColumns,
  customerIds: ArrayLike<number>,
  window: AnalysisWindow,
): RfmInput {
  const { customerIndex, orderedOnDay, netMinor, isCounted } = purchases
  const lastOrderDay = new Int32Array(customerIds.length).fill(noOrderDay)
  const orderCount = new Int32Array(customerIds.length)
  const spendMinor = new Float64Array(customerIds.length)
  const fromDay = window.fromDay ?? noOrderDay
  for (let at = 0; at < customerIndex.length; at++) {
    const customer = customerIndex[at] ?? -1
    const day = orderedOnDay[at] ?? 0
    if (customer < 0 || day > window.asOfDay) continue
    const counted = isCounted[at] ?? 0
    if (counted && day > (lastOrderDay[customer] ?? 0)) lastOrderDay[customer] = day
    if (day < fromDay) continue
    orderCount[customer] = (orderCount[customer] ?? 0) + counted
    spendMinor[customer] = (spendMinor[customer] ?? 0) + (netMinor[at] ?? 0)
  }
  return { customerIds, lastOrderDay, orderCount, spendMinor }
}

/**
 * Gives the purchases as they stood on a past day: money refunded later is added back, and an order that was wholly
 * refunded later counts again.
 *
 * Shape: same order; the columns are shared where nothing was refunded later.
 */
export function purchasesAsOf(
  purchases: PurchaseColumns,
  refunds: RefundColumns,
  asOfDay: number,
): PurchaseColumns {
  const { purchaseIndex, refundedOnDay, refundedMinor } = refunds
  if (!refundedOnDay.some(day => day > asOfDay)) return purchases
  const netMinor = purchases.netMinor.slice()
  const isCounted = purchases.isCounted.slice()
  for (let at = 0; at < purchaseIndex.length; at++) {
    if ((refundedOnDay[at] ?? 0) <= asOfDay) continue
    const index = purchaseIndex[at] ?? 0
    netMinor[index] = (netMinor[index] ?? 0) + (refundedMinor[at] ?? 0)
    if ((netMinor[index] ?? 0) > 0) isCounted[index] = 1
  }
  return { ...purchases, netMinor, isCounted }
}
