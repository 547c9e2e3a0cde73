import { type AnalysisWindow, noOrderDay, type RfmInput } from './rfm-columns.ts'

/**
 * Opening balances of old archives, as columns; a customer may have several.
 *
 * Shape: `firstOnDay` and `lastOnDay` are `noOrderDay` where the old archive does not say.
 * Units: days since 1970-01-01, orders, minor units.
 */
export type OpeningBalanceColumns = {
  readonly customerIndex: Int32Array
  readonly orderCount: Int32Array
  readonly spendMinor: Float64Array
  readonly firstOnDay: Int32Array
  readonly lastOnDay: Int32Array
  readonly coversUntilDay: Int32Array
}

/**
 * How far a balance takes part: `included` whole; `not-split` in recency only, because its sums cannot be split by the
 * period; `left-out`, because it tells of days after the reference date.
 */
export type BalanceUse = 'included' | 'not-split' | 'left-out'

/**
 * Adds opening balances to what the orders give.
 *
 * Shape: a new input in the same order, and one use per balance. A balance counts whole when the period is all time or
 * when its first and last purchase lie within it. It is left out when its last purchase, or without one the last day
 * that it covers, is after the reference date.
 * Empty: no balances give the same figures.
 */
export function addOpeningBalances(
  input: RfmInput,
  balances: OpeningBalanceColumns,
  window: AnalysisWindow,
): { readonly input: RfmInput; readonly uses: readonly BalanceUse[] } {
  const lastOrderDay = input.lastOrderDay.slice()
  const orderCount = input.orderCount.slice()
  const spendMinor = input.spendMinor.slice()
  const uses = Array.from(balances.customerIndex, (customer, at) => {
    const use = useOfBalance(balances, at, window)
    if (use === 'left-out') return use
    lastOrderDay[customer] = Math.max(
      lastOrderDay[customer] ?? noOrderDay,
      balances.lastOnDay[at] ?? noOrderDay,
    )
    if (use === 'not-split') return use
    orderCount[customer] = (orderCount[customer] ?? 0) + (balances.orderCount[at] ?? 0)
    spendMinor[customer] = (spendMinor[customer] ?? 0) + (balances.spendMinor[at] ?? 0)
    return use
  })
  return { input: { customerIds: input.customerIds, lastOrderDay, orderCount, spendMinor }, uses }
}

function useOfBalance(balances: OpeningBalanceColumns, at: number, window: AnalysisWindow): BalanceUse {
  const firstDay = balances.firstOnDay[at] ?? noOrderDay
  const lastDay = balances.lastOnDay[at] ?? noOrderDay
  const knownUntil = lastDay === noOrderDay ? (balances.coversUntilDay[at] ?? noOrderDay) : lastDay
  if (knownUntil > window.asOfDay) return 'left-out'
  if (window.fromDay === null) return 'included'
  const isDated = firstDay !== noOrderDay && lastDay !== noOrderDay
  return isDated && firstDay >= window.fromDay ? 'included' : 'not-split'
}
