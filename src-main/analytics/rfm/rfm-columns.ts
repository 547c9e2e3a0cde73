/** Stands in `lastOrderDay` for a customer whose last purchase is not known or who never bought. */
export const noOrderDay = -2_147_483_648

/**
 * What was bought, as columns: one place per order or cancellation whose money counts.
 *
 * Shape: `customerIndex` points into the list of customers, -1 for a sale without a known customer. `isCounted` is 1
 * for an order that counts as a purchase, 0 for a cancellation document and for a wholly refunded order, whose money
 * counts all the same. Orders that are unpaid or closed are not in the columns.
 * Units: days since 1970-01-01; minor units, refunds already taken off.
 */
export type PurchaseColumns = {
  readonly customerIndex: Int32Array
  readonly orderedOnDay: Int32Array
  readonly netMinor: Float64Array
  readonly isCounted: Uint8Array
}

/** The days that an analysis looks at. `fromDay` null: all until `asOfDay`. Both days are included. */
export type AnalysisWindow = { readonly asOfDay: number; readonly fromDay: number | null }

/**
 * The three measures of every customer, as columns of one length.
 *
 * Shape: `lastOrderDay` is the last counted order on or before the reference date, also before the period, or
 * `noOrderDay`; `orderCount` and `spendMinor` are those of the period.
 * Units: days since 1970-01-01, orders, minor units (whole numbers).
 */
export type RfmInput = {
  readonly customerIds: ArrayLike<number>
  readonly lastOrderDay: Int32Array
  readonly orderCount: Int32Array
  readonly spendMinor: Float64Array
}

/** The scores of every customer, in the same order; 1 to 5, and 0 in all three without a purchase. */
export type RfmScores = { readonly r: Uint8Array; readonly f: Uint8Array; readonly m: Uint8Array }

/**
 * Tells whether a customer ever bought, as far as is known on the reference date.
 *
 * Shape: a counted order, also one before the period, or an opening balance that names a last purchase, orders or
 * spend. Returned goods alone are no purchase.
 */
export function hasPurchase(input: RfmInput, index: number): boolean {
  return (
    input.lastOrderDay[index] !== noOrderDay ||
    (input.orderCount[index] ?? 0) > 0 ||
    (input.spendMinor[index] ?? 0) > 0
  )
}
