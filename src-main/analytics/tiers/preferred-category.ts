/** In which categories the orders of each customer were; an order counts once in each of its categories. */
export type CategoryOrders = {
  /** Categories by name. */
  readonly categories: readonly string[]
  /** One per order and category: customer * number of categories + category. */
  readonly marks: Float64Array
  /** By customer: orders with a category. */
  readonly orderCount: Int32Array
}

/** What a customer prefers: a category, or why none. */
export type Preference =
  | { readonly kind: 'category'; readonly category: string; readonly orders: number }
  | { readonly kind: 'mixed'; readonly orders: number }
  | { readonly kind: 'too-few' }
  | { readonly kind: 'none' }

/**
 * Finds the category that was in the most orders of each customer.
 *
 * Shape: one per customer. Two categories in equally many orders are no preference; with fewer orders than the least nothing is said.
 * Cost: one sort of numbers.
 */
export function preferCategories(
  { categories, marks, orderCount }: CategoryOrders,
  leastOrders: number,
): Preference[] {
  const best = new Int32Array(orderCount.length)
  const bestOrders = new Int32Array(orderCount.length)
  const isShared = new Uint8Array(orderCount.length)
  const sorted = marks.slice().sort()
  for (let start = 0; start < sorted.length; ) {
    const mark = sorted[start] ?? 0
    let end = start
    while (sorted[end] === mark) end++
    const customer = Math.floor(mark / categories.length)
    const [orders, most] = [end - start, bestOrders[customer] ?? 0]
    if (orders === most) isShared[customer] = 1
    if (orders > most) {
      isShared[customer] = 0
      best[customer] = mark % categories.length
      bestOrders[customer] = orders
    }
    start = end
  }
  return Array.from(orderCount, (count, customer): Preference => {
    const orders = bestOrders[customer] ?? 0
    if (count === 0) return { kind: 'none' }
    if (count < leastOrders) return { kind: 'too-few' }
    if (isShared[customer]) return { kind: 'mixed', orders }
    return { kind: 'category', category: categories[best[customer] ?? 0] ?? '', orders }
  })
}
