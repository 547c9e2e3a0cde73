import { valuesFromTop } from '#main/analytics/rfm/quantiles.ts'
import type { TierLimits, TierMeasure } from '#shared/domain/tiers.ts'

/** The levels in the order of their rows; `none` bought nothing in the period. */
export const tierLevels = ['high', 'middle', 'low', 'none'] as const

/** What customers bought in a period. Units: orders, minor units. */
export type BoughtInPeriod = {
  readonly orderCount: ArrayLike<number>
  readonly spendMinor: ArrayLike<number>
}

/** Every customer's level as an index into `tierLevels`, the measure (NaN without an order) and from where on the levels begin. */
export type TierLevels = {
  readonly tierOf: Uint8Array
  readonly values: Float64Array
  readonly limits: { readonly highFrom: number; readonly middleFrom: number } | null
}

/**
 * Puts buyers into high, middle and low.
 *
 * Shape: who reaches a limit is in its level, so that equal values share one. Without a counted order in the period it is `none`,
 * whatever was given back.
 * Empty: limits by share are null without a buyer.
 */
export function levelCustomers(bought: BoughtInPeriod, measure: TierMeasure, asked: TierLimits): TierLevels {
  const values = Float64Array.from(bought.orderCount, (orders, index) => {
    const spendMinor = bought.spendMinor[index] ?? 0
    if (orders <= 0) return Number.NaN
    return measure === 'orderCount' ? orders : measure === 'spend' ? spendMinor : spendMinor / orders
  })
  const limits = limitsOf(values, asked)
  const tierOf = Uint8Array.from(values, value => {
    if (Number.isNaN(value) || limits === null) return 3
    return value >= limits.highFrom ? 0 : value >= limits.middleFrom ? 1 : 2
  })
  return { tierOf, values, limits }
}

function limitsOf(values: Float64Array, asked: TierLimits): TierLevels['limits'] {
  if (asked.by === 'value') return { highFrom: asked.highFrom, middleFrom: asked.middleFrom }
  const ofBuyers = values.filter(value => !Number.isNaN(value))
  if (ofBuyers.length === 0) return null
  const [highFrom = 0, middleFrom = 0] = valuesFromTop(ofBuyers, [asked.highShare, asked.middleShare])
  return { highFrom, middleFrom }
}
