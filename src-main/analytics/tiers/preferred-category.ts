import { groupLines } from '#main/analytics/lines/lines-of-orders.ts'

/**
 * In which categories the orders of each customer were; an order counts once in each of its categories.
 *
 * Shape: the category places of customer `n` stand in `categoryAt` from `starts[n]` up to `starts[n + 1]`, one for each order and
 * category. `orderCount` by customer: orders with a category.
 */
export type CategoryOrders = {
  readonly categories: readonly string[]
  readonly starts: Int32Array
  readonly categoryAt: Int32Array
  readonly orderCount: Int32Array
}

/** Lines order by order: those of order `n` stand from `starts[n]` up to `starts[n + 1]`; places of customers and categories, -1 for none. */
export type CategoryLines = {
  readonly categories: readonly string[]
  readonly customerCount: number
  readonly starts: Int32Array
  readonly customerAt: (order: number) => number
  readonly categoryAt: (line: number) => number
}

/** Lists the categories of every customer's orders. Cost: some tens of nanoseconds a line. */
export function listCategoryOrders(lines: CategoryLines): CategoryOrders {
  const { categories, customerCount, starts, customerAt, categoryAt } = lines
  const customers = new Int32Array(starts.at(-1) ?? 0)
  const numbers = new Int32Array(customers.length)
  const orderCount = new Int32Array(customerCount)
  const lastOrder = new Int32Array(categories.length).fill(-1)
  let count = 0
  for (let order = 0; order + 1 < starts.length; order++) {
    const customer = customerAt(order)
    if (customer < 0) continue
    const before = count
    for (let line = starts[order] ?? 0; line < (starts[order + 1] ?? 0); line++) {
      const category = categoryAt(line)
      if (category < 0 || lastOrder[category] === order) continue
      lastOrder[category] = order
      customers[count] = customer
      numbers[count++] = category
    }
    if (count > before) orderCount[customer] = (orderCount[customer] ?? 0) + 1
  }
  const grouped = groupLines(count, customerCount, mark => customers[mark] ?? -1)
  return {
    ...{ categories, orderCount, starts: grouped.starts },
    categoryAt: grouped.lineAt.map(mark => numbers[mark] ?? 0),
  }
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
 */
export function preferCategories(
  { categories, starts, categoryAt, orderCount }: CategoryOrders,
  leastOrders: number,
): Preference[] {
  const counts = new Int32Array(categories.length)
  return Array.from(orderCount, (count, customer): Preference => {
    if (count === 0) return { kind: 'none' }
    if (count < leastOrders) return { kind: 'too-few' }
    const own = categoryAt.subarray(starts[customer] ?? 0, starts[customer + 1] ?? 0)
    let [best, orders, isShared] = [0, 0, false]
    for (const category of own) {
      const times = (counts[category] ?? 0) + 1
      counts[category] = times
      if (times === orders) isShared = true
      if (times <= orders) continue
      ;[best, orders, isShared] = [category, times, false]
    }
    for (const category of own) counts[category] = 0
    return isShared
      ? { kind: 'mixed', orders }
      : { kind: 'category', category: categories[best] ?? '', orders }
  })
}
