import type { PurchaseColumns } from '#main/analytics/rfm/rfm-columns.ts'

/**
 * How often each buyer bought again, as columns of one length.
 *
 * Shape: `customerIndex` points into the list of customers, ascending. `repeats`: days of purchase after the first one; `lastAge`
 * from the first to the last one, 0 without a repeat; `age` from the first one to the reference date; `meanSpend` of the repeat
 * days, 0 without a repeat.
 * Units: `lastAge` and `age` in one unit of time, which the parameters of a fit then have too: days from an archive. Minor units.
 */
export type RepeatPurchases = {
  readonly customerIndex: Int32Array
  readonly repeats: Int32Array
  readonly lastAge: Float64Array
  readonly age: Float64Array
  readonly meanSpend: Float64Array
}

/**
 * Counts the days on which each customer bought again until a day.
 *
 * Shape: several orders of a day are one purchase; only counted orders, with what they cost after refunds. `isLeftOut` marks
 * customers who take no part. Sales without a customer take none either.
 * Empty: who never bought is not in the columns.
 */
export function countRepeatPurchases(
  purchases: PurchaseColumns,
  isLeftOut: Uint8Array,
  asOfDay: number,
): RepeatPurchases {
  const { starts, days, spend } = byCustomer(purchases, isLeftOut, asOfDay)
  const buyers: number[] = []
  for (let customer = 0; customer < isLeftOut.length; customer++)
    if ((starts[customer + 1] ?? 0) > (starts[customer] ?? 0)) buyers.push(customer)
  const size = buyers.length
  const result = {
    customerIndex: Int32Array.from(buyers),
    repeats: new Int32Array(size),
    lastAge: new Float64Array(size),
    age: new Float64Array(size),
    meanSpend: new Float64Array(size),
  }
  for (const [place, customer] of buyers.entries()) {
    const [start, end] = [starts[customer] ?? 0, starts[customer + 1] ?? 0]
    sortByDay(days, spend, start, end)
    const first = days[start] ?? 0
    let [last, repeats, spent] = [first, 0, 0]
    for (let at = start; at < end; at++) {
      const day = days[at] ?? 0
      if (day !== last) repeats++
      if (day !== first) spent += spend[at] ?? 0
      last = day
    }
    result.repeats[place] = repeats
    result.lastAge[place] = last - first
    result.age[place] = asOfDay - first
    result.meanSpend[place] = repeats === 0 ? 0 : spent / repeats
  }
  return result
}

/** Days and spend of the counted orders of each customer, one customer's behind another's; `starts` as in a list of lists. */
function byCustomer(
  { customerIndex, orderedOnDay, netMinor, isCounted }: PurchaseColumns,
  isLeftOut: Uint8Array,
  asOfDay: number,
) {
  const isWanted = (at: number, customer: number) =>
    customer >= 0 && isLeftOut[customer] === 0 && isCounted[at] === 1 && (orderedOnDay[at] ?? 0) <= asOfDay
  const starts = new Int32Array(isLeftOut.length + 1)
  for (let at = 0; at < customerIndex.length; at++) {
    const customer = customerIndex[at] ?? -1
    if (isWanted(at, customer)) starts[customer + 1] = (starts[customer + 1] ?? 0) + 1
  }
  for (let index = 0; index < isLeftOut.length; index++)
    starts[index + 1] = (starts[index + 1] ?? 0) + (starts[index] ?? 0)
  const days = new Int32Array(starts.at(-1) ?? 0)
  const spend = new Float64Array(days.length)
  const next = starts.slice()
  for (let at = 0; at < customerIndex.length; at++) {
    const customer = customerIndex[at] ?? -1
    if (!isWanted(at, customer)) continue
    const place = next[customer] ?? 0
    days[place] = orderedOnDay[at] ?? 0
    spend[place] = netMinor[at] ?? 0
    next[customer] = place + 1
  }
  return { starts, days, spend }
}

/** Sorts one customer's orders: few, and mostly in order already; many are sorted by a list of places. */
function sortByDay(days: Int32Array, spend: Float64Array, start: number, end: number): void {
  if (end - start > 64) {
    const places = Array.from({ length: end - start }, (_, index) => start + index)
    places.sort((one, other) => (days[one] ?? 0) - (days[other] ?? 0))
    const [sortedDays, sortedSpend] = [places.map(at => days[at] ?? 0), places.map(at => spend[at] ?? 0)]
    days.set(sortedDays, start)
    spend.set(sortedSpend, start)
    return
  }
  for (let at = start + 1; at < end; at++) {
    const [day, minor] = [days[at] ?? 0, spend[at] ?? 0]
    let to = at
    for (; to > start && (days[to - 1] ?? 0) > day; to--) {
      days[to] = days[to - 1] ?? 0
      spend[to] = spend[to - 1] ?? 0
    }
    days[to] = day
    spend[to] = minor
  }
}
