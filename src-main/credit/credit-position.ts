import { addDays, type CalendarDate, daysBetween } from '#shared/domain/calendar-date.ts'
import {
  type CreditAgeing,
  type CreditGap,
  type CreditPosition,
  type CreditTerms,
  type CreditWarning,
  type OpenOrder,
  overdueLimits,
} from '#shared/domain/credit.ts'

/** An order that is not paid. Units: minor units; 0 or less where its file gave no money. */
export type UnpaidOrder = Pick<OpenOrder, 'salesOrderId' | 'orderNumber' | 'orderedOn' | 'owedMinor'>

/** Says when each order is due: its day and the agreed days. Empty: null without agreed days. */
export function dueOrders(
  orders: readonly UnpaidOrder[],
  termDays: number | null,
  asOf: CalendarDate,
): OpenOrder[] {
  return orders.map(order => {
    const dueOn = termDays === null ? null : addDays(order.orderedOn, termDays)
    return { ...order, dueOn, overdueDays: dueOn && daysBetween(dueOn, asOf) }
  })
}

/**
 * Adds up what is owed, how long it is overdue, and what to warn of.
 *
 * Shape: an order is overdue from the day after the one on which it was due. An order without money is counted apart, and named as
 * missing. Terms that were to be looked at anew do not warn of their limit any more: they warn of themselves.
 */
export function creditPosition(
  orders: readonly UnpaidOrder[],
  terms: CreditTerms | null,
  asOf: CalendarDate,
): CreditPosition {
  const withMoney = orders.filter(({ owedMinor }) => owedMinor > 0)
  const owedMinor = withMoney.reduce((sum, order) => sum + order.owedMinor, 0)
  const termDays = terms?.termDays ?? null
  const limitMinor = terms?.limitMinor ?? null
  const ageing = termDays === null ? null : ageingOf(dueOrders(withMoney, termDays, asOf))
  const exceededMinor = limitMinor === null ? 0 : Math.max(0, owedMinor - limitMinor)
  const isExpired = terms?.isExpired ?? false
  const warnings: CreditWarning[] = []
  if (exceededMinor > 0 && !isExpired) warnings.push('limit-exceeded')
  if (ageing && ageing.overdueMinor > 0) warnings.push('overdue')
  if (isExpired) warnings.push('review-due')
  const missing: CreditGap[] = []
  if (limitMinor === null) missing.push('limit')
  if (termDays === null) missing.push('term-days')
  if (withMoney.length < orders.length) missing.push('order-money')
  return {
    ...{ terms, openOrders: orders.length, owedMinor, ordersWithoutMoney: orders.length - withMoney.length },
    oldestOn: orders.map(({ orderedOn }) => orderedOn).sort()[0] ?? null,
    ...{ ageing, limitUse: limitMinor !== null && limitMinor > 0 ? owedMinor / limitMinor : null },
    ...{ exceededMinor, missing, warnings },
  }
}

function ageingOf(orders: readonly OpenOrder[]): CreditAgeing {
  const byDays: CreditAgeing['byDays'] = [0, 0, 0, 0]
  const overdue = orders.filter(order => (order.overdueDays ?? 0) > 0)
  for (const { overdueDays, owedMinor } of overdue) {
    const at = overdueLimits.findIndex(limit => (overdueDays ?? 0) <= limit)
    byDays[(at === -1 ? overdueLimits.length : at) as 0 | 1 | 2 | 3] += owedMinor
  }
  const sum = (some: readonly OpenOrder[]) => some.reduce((total, order) => total + order.owedMinor, 0)
  return {
    ...{ notDueMinor: sum(orders) - sum(overdue), byDays, overdueMinor: sum(overdue) },
    overdueOrders: overdue.length,
    longestDays: Math.max(0, ...overdue.map(order => order.overdueDays ?? 0)),
  }
}
