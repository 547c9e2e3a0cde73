/** Lines of orders: the place of each one's order, its product, and the customer of each order (-1 unknown). */
export type BoughtLines = {
  readonly orderAt: Int32Array
  readonly productAt: (line: number) => number
  readonly customerOfOrder: Int32Array
}

/** What they must have bought, all of it, and what not; in one order or in all their orders together. */
export type WantedProducts = {
  readonly products: readonly number[]
  readonly notProducts: readonly number[]
  readonly isInOneOrder: boolean
}

/**
 * Finds the customers who bought all of some products and none of others.
 *
 * Shape: ascending indexes into the list of customers; at most 31 products to be bought.
 * Cost: one pass over the lines and one over the orders.
 * Example: one bought A and B in two orders -> found for A and B together, not for both in one order
 */
export function findBuyers(
  { orderAt, productAt, customerOfOrder }: BoughtLines,
  customerCount: number,
  { products, notProducts, isInOneOrder }: WantedProducts,
): number[] {
  const bitOf = new Map(products.map((product, place) => [product, 1 << place]))
  const unwanted = new Set(notProducts)
  const ofOrder = new Int32Array(customerOfOrder.length)
  const ofCustomer = new Int32Array(customerCount)
  const isOut = new Uint8Array(customerCount)
  for (let line = 0; line < orderAt.length; line++) {
    const order = orderAt[line] ?? 0
    const customer = customerOfOrder[order] ?? -1
    if (customer < 0) continue
    const product = productAt(line)
    if (unwanted.has(product)) isOut[customer] = 1
    const bit = bitOf.get(product) ?? 0
    ofOrder[order] = (ofOrder[order] ?? 0) | bit
    ofCustomer[customer] = (ofCustomer[customer] ?? 0) | bit
  }
  const all = [...bitOf.values()].reduce((mask, bit) => mask | bit, 0)
  const hasAll = new Uint8Array(customerCount)
  if (isInOneOrder)
    for (let order = 0; order < ofOrder.length; order++) {
      const customer = customerOfOrder[order] ?? -1
      if (customer >= 0 && ofOrder[order] === all) hasAll[customer] = 1
    }
  const found: number[] = []
  for (let customer = 0; customer < customerCount; customer++) {
    const isWanted = isInOneOrder ? hasAll[customer] === 1 : ofCustomer[customer] === all
    if (isWanted && isOut[customer] === 0) found.push(customer)
  }
  return found
}
