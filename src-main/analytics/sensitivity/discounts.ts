/**
 * What was bought, one place per line, the lines of an order behind one another.
 *
 * Shape: `order`, `customer`, `product` and `category` are places in lists, -1 where there is none. `listedMinor` is the price of a piece
 * as the file lists it, NaN where it does not; `paidMinor` what was paid for the line before refunds.
 * Units: minor units; pieces.
 */
export type BoughtLines = {
  readonly order: Int32Array
  readonly customer: Int32Array
  readonly product: Int32Array
  readonly category: Int32Array
  readonly quantity: Float64Array
  readonly listedMinor: Float64Array
  readonly paidMinor: Float64Array
}

/** Whether a line was bought at a discount: -1 not known, 0 no, 1 yes. */
export type DiscountMarks = Int8Array

/**
 * Finds the usual price of a piece of each product: the median of its lines, of the listed price where there is one, else of what was
 * paid. Gifts and lines without pieces take no part.
 *
 * Empty: NaN for a product with fewer than `leastLines` lines.
 */
export function findUsualPrices(lines: BoughtLines, productCount: number, leastLines: number): Float64Array {
  const { starts, prices } = pricesByProduct(lines, productCount)
  const usual = new Float64Array(productCount).fill(Number.NaN)
  for (let product = 0; product < productCount; product++) {
    const own = prices.subarray(starts[product] ?? 0, starts[product + 1] ?? 0).sort()
    if (own.length < leastLines || own.length === 0) continue
    const middle = (own.length - 1) / 2
    usual[product] = ((own[Math.floor(middle)] ?? 0) + (own[Math.ceil(middle)] ?? 0)) / 2
  }
  return usual
}

/** The prices of each product, one product's behind another's; `starts` as in a list of lists. */
function pricesByProduct(lines: BoughtLines, productCount: number) {
  const starts = new Int32Array(productCount + 1)
  const hasPrice = (at: number) => (lines.product[at] ?? -1) >= 0 && priceOf(lines, at) > 0
  for (let at = 0; at < lines.order.length; at++)
    if (hasPrice(at)) {
      const after = (lines.product[at] ?? 0) + 1
      starts[after] = (starts[after] ?? 0) + 1
    }
  for (let place = 1; place <= productCount; place++)
    starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0)
  const prices = new Float64Array(starts.at(-1) ?? 0)
  const next = starts.slice()
  for (let at = 0; at < lines.order.length; at++)
    if (hasPrice(at)) {
      const product = lines.product[at] ?? 0
      prices[next[product] ?? 0] = priceOf(lines, at)
      next[product] = (next[product] ?? 0) + 1
    }
  return { starts, prices }
}

/** The price of a piece; NaN or not above 0 where it says nothing. */
function priceOf({ listedMinor, paidMinor, quantity }: BoughtLines, at: number): number {
  const listed = listedMinor[at] ?? Number.NaN
  if (listed > 0) return listed
  return (quantity[at] ?? 0) > 0 ? (paidMinor[at] ?? 0) / (quantity[at] ?? 1) : Number.NaN
}

/**
 * Marks the lines for which at least `leastShare` less was paid than the higher of the listed and the usual price.
 *
 * Shape: not known without both prices, and for gifts and lines without pieces.
 */
export function markDiscounts(lines: BoughtLines, usual: Float64Array, leastShare: number): DiscountMarks {
  return Int8Array.from(lines.order, (_, at) => {
    const [quantity, paid] = [lines.quantity[at] ?? 0, lines.paidMinor[at] ?? 0]
    if (quantity <= 0 || paid <= 0) return -1
    const prices = [lines.listedMinor[at] ?? 0, usual[lines.product[at] ?? -1] ?? 0]
    const price = prices.reduce((most, one) => (one > most ? one : most), 0)
    if (price <= 0) return -1
    return paid <= price * quantity * (1 - leastShare) ? 1 : 0
  })
}

/** Orders and money of each owner, and those of them at a discount. Units: minor units. */
export type DiscountSums = {
  readonly orderCount: Int32Array
  readonly discountOrders: Int32Array
  readonly paidMinor: Float64Array
  readonly discountMinor: Float64Array
}

/**
 * Adds up the lines of which it is known, by owner.
 *
 * Shape: an order counts once for an owner, and as one at a discount when one of his lines in it is. Lines without an owner (-1) are left
 * out.
 */
export function sumDiscounts(
  { order, paidMinor: paid }: BoughtLines,
  marks: DiscountMarks,
  owner: Int32Array,
  ownerCount: number,
): DiscountSums {
  const sums: DiscountSums = {
    orderCount: new Int32Array(ownerCount),
    discountOrders: new Int32Array(ownerCount),
    paidMinor: new Float64Array(ownerCount),
    discountMinor: new Float64Array(ownerCount),
  }
  const lastOrder = new Int32Array(ownerCount).fill(-1)
  const lastDiscount = new Int32Array(ownerCount).fill(-1)
  for (let at = 0; at < marks.length; at++) {
    const [own, mark, place] = [owner[at] ?? -1, marks[at] ?? -1, order[at] ?? 0]
    if (own < 0 || mark < 0) continue
    if (lastOrder[own] !== place) sums.orderCount[own] = (sums.orderCount[own] ?? 0) + 1
    lastOrder[own] = place
    sums.paidMinor[own] = (sums.paidMinor[own] ?? 0) + (paid[at] ?? 0)
    if (mark === 0) continue
    if (lastDiscount[own] !== place) sums.discountOrders[own] = (sums.discountOrders[own] ?? 0) + 1
    lastDiscount[own] = place
    sums.discountMinor[own] = (sums.discountMinor[own] ?? 0) + (paid[at] ?? 0)
  }
  return sums
}
