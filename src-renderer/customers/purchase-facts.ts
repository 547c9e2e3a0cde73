import { type CalendarDate, daysBetween } from '#shared/domain/calendar-date.ts'
import type { SalesOrder } from '#shared/domain/sales-order.ts'

/** Days on which one has to have bought before a habit can be told. */
export const leastPurchaseDays = 3

/** How long a customer usually waits between two purchases; `days` is null while there are too few. */
export type UsualGap = { readonly purchaseDays: number; readonly days: number | null }

/** The median of the days between one purchase day and the next. Several orders of one day are one purchase. */
export function usualGap(orders: readonly Pick<SalesOrder, 'orderedOn' | 'isCounted'>[]): UsualGap {
  const days = [...new Set(orders.filter(order => order.isCounted).map(order => order.orderedOn))].toSorted()
  if (days.length < leastPurchaseDays) return { purchaseDays: days.length, days: null }
  const gaps = days.slice(1).map((day, index) => daysBetween(days[index] as CalendarDate, day))
  return { purchaseDays: days.length, days: median(gaps) }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}

/** Money that was given back, over some orders. Units: minor. */
export function sumRefunds(orders: readonly Pick<SalesOrder, 'refundedMinor'>[]): number {
  return orders.reduce((sum, order) => sum + order.refundedMinor, 0)
}

/** Orders that count in no figure because nothing was paid or they were closed. */
export function countLeftOut(orders: readonly Pick<SalesOrder, 'status'>[]): number {
  return orders.filter(({ status }) => status === 'unpaid' || status === 'closed').length
}
