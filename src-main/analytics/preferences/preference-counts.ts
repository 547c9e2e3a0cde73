/** How often things were bought: of `orderCount` orders that say what, in how many each stands. */
export type ItemCounts<Item> = { orderCount: number; readonly byItem: Map<Item, number> }

/** What a line of an order says of taste; null what it does not say. Units: minor units per piece. */
export type LineTaste = {
  readonly productId: number | null
  readonly category: string | null
  readonly brand: string | null
  readonly priceMinor: number | null
}

/** When an order was placed: 0 is Monday, January, midnight; `hour` null where only the day is known. */
export type OrderMoment = { readonly weekday: number; readonly month: number; readonly hour: number | null }

/** What orders tell of preferences. Shape: 24 times 7 places by hour and weekday; lines by their price per piece in minor units. */
export type PreferenceSums<Product, Category, Brand> = {
  readonly orderCount: number
  readonly ordersWithoutLines: number
  readonly timedCount: number
  readonly hourGrid: Int32Array
  readonly byWeekday: Int32Array
  readonly byMonth: Int32Array
  readonly products: ItemCounts<Product>
  readonly categories: ItemCounts<Category>
  readonly brands: ItemCounts<Brand>
  readonly linesByPrice: ReadonlyMap<number, number>
}

/** Counts what orders tell of preferences, order by order. */
export class PreferenceCounts implements PreferenceSums<number, string, string> {
  orderCount = 0
  ordersWithoutLines = 0
  timedCount = 0
  /** Seven places per hour. */
  readonly hourGrid = new Int32Array(24 * 7)
  readonly byWeekday = new Int32Array(7)
  readonly byMonth = new Int32Array(12)
  readonly products: ItemCounts<number> = { orderCount: 0, byItem: new Map() }
  readonly categories: ItemCounts<string> = { orderCount: 0, byItem: new Map() }
  readonly brands: ItemCounts<string> = { orderCount: 0, byItem: new Map() }
  /** Lines by their price per piece; what cost nothing is a gift and no price. */
  readonly linesByPrice = new Map<number, number>()

  /** Counts one order. Shape: what stands on several lines of it counts once; prices count line by line. */
  add({ weekday, month, hour }: OrderMoment, lines: readonly LineTaste[]): void {
    this.orderCount++
    if (lines.length === 0) this.ordersWithoutLines++
    this.byWeekday[weekday] = (this.byWeekday[weekday] ?? 0) + 1
    this.byMonth[month] = (this.byMonth[month] ?? 0) + 1
    if (hour !== null) {
      const place = hour * 7 + weekday
      this.hourGrid[place] = (this.hourGrid[place] ?? 0) + 1
      this.timedCount++
    }
    countItems(
      this.products,
      lines.map(line => line.productId),
    )
    countItems(
      this.categories,
      lines.map(line => line.category),
    )
    countItems(
      this.brands,
      lines.map(line => line.brand),
    )
    for (const { priceMinor } of lines)
      if (priceMinor !== null && priceMinor > 0)
        this.linesByPrice.set(priceMinor, (this.linesByPrice.get(priceMinor) ?? 0) + 1)
  }
}

function countItems<Item>(counts: ItemCounts<Item>, named: readonly (Item | null)[]): void {
  const items = new Set(named.flatMap(item => (item === null ? [] : [item])))
  if (items.size > 0) counts.orderCount++
  for (const item of items) counts.byItem.set(item, (counts.byItem.get(item) ?? 0) + 1)
}

/** Lists what stands in most orders, the most frequent first; of equals the one that came first. */
export function listTop<Item>({ byItem }: ItemCounts<Item>, most: number): [Item, number][] {
  return [...byItem].sort(([, one], [, other]) => other - one).slice(0, most)
}

/** Two hours of the day in which most orders were placed. */
export type BestHours = { readonly fromHour: number; readonly toHour: number; readonly orderCount: number }

/**
 * Finds the two hours, one after the other, with most orders.
 *
 * Shape: 21 to 23 means from 21:00 until before 23:00; 22 to 24 ends the day, 23 to 1 passes midnight. Of equals the one whose first
 * hour has more, then the earlier one.
 * Empty: null without an order.
 */
export function findBestHours(byHour: ArrayLike<number>): BestHours | null {
  let best: BestHours | null = null
  for (let hour = 0; hour < 24; hour++) {
    const orderCount = (byHour[hour] ?? 0) + (byHour[(hour + 1) % 24] ?? 0)
    const isMore =
      orderCount > (best?.orderCount ?? 0) ||
      (best !== null && orderCount === best.orderCount && (byHour[hour] ?? 0) > (byHour[best.fromHour] ?? 0))
    if (isMore) best = { fromHour: hour, toHour: hour === 22 ? 24 : (hour + 2) % 24, orderCount }
  }
  return best
}

/**
 * Gives the lowest, the quartiles and the highest of values that were counted.
 *
 * Shape: linear between neighbours (type 7), rounded to whole minor units. Empty: zeros.
 * Example: 10, 20, 20, 50 -> [10, 18, 20, 28, 50]
 */
export function summarizePrices(
  linesByPrice: ReadonlyMap<number, number>,
): readonly [number, number, number, number, number] {
  const prices = [...linesByPrice].sort(([one], [other]) => one - other)
  const last = Math.max(prices.reduce((sum, [, lines]) => sum + lines, 0) - 1, 0)
  const priceAt = (place: number) => {
    let before = 0
    for (const [price, lines] of prices) {
      before += lines
      if (before > place) return price
    }
    return 0
  }
  const quarter = (fourths: number) => {
    const place = (last * fourths) / 4
    const low = priceAt(Math.floor(place))
    return Math.round(low + (place % 1) * (priceAt(Math.ceil(place)) - low))
  }
  return [quarter(0), quarter(1), quarter(2), quarter(3), quarter(4)]
}
