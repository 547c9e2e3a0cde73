import { splitByLargestRemainder } from '#shared/domain/money.ts'

/** Money given back: [order, line or null for the order as a whole, minor units]. */
export type RefundOfLine = readonly [orderId: number, lineId: number | null, refundedMinor: number]
/** A line as it is now: [order, line, product or null, given back of it]. */
export type RefundedLine = readonly [
  orderId: number,
  lineId: number,
  productId: number | null,
  refundedMinor: number,
]

/**
 * Tells how much of some refunds each product bears.
 *
 * Shape: minor units by product. What was given back of a whole order is spread over its lines by what else was taken off them, as it
 * was when it was stored. Lines without a product, and orders without lines, bear nothing here.
 */
export function refundsByProduct(
  refunds: readonly RefundOfLine[],
  lines: readonly RefundedLine[],
): Map<number, number> {
  const ofLine = new Map<number, number>()
  const ofOrder = new Map<number, number>()
  for (const [orderId, lineId, minor] of refunds) {
    if (lineId === null) ofOrder.set(orderId, (ofOrder.get(orderId) ?? 0) + minor)
    else ofLine.set(lineId, (ofLine.get(lineId) ?? 0) + minor)
  }
  const sums = new Map<number, number>()
  for (const group of groupByOrder(lines)) {
    const own = group.map(([, lineId]) => ofLine.get(lineId) ?? 0)
    const rest = group.map(([, , , refunded], index) => Math.max(0, refunded - (own[index] ?? 0)))
    const shares = splitByLargestRemainder(ofOrder.get(group[0]?.[0] ?? 0) ?? 0, rest)
    group.forEach(([, , productId], index) => {
      if (productId === null) return
      sums.set(productId, (sums.get(productId) ?? 0) + (own[index] ?? 0) + (shares[index] ?? 0))
    })
  }
  return sums
}

function groupByOrder(lines: readonly RefundedLine[]): Iterable<readonly RefundedLine[]> {
  const groups = new Map<number, RefundedLine[]>()
  for (const line of lines) {
    const group = groups.get(line[0])
    if (group) group.push(line)
    else groups.set(line[0], [line])
  }
  return groups.values()
}
