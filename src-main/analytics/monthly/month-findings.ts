import type { AnalysisWindow } from '#main/analytics/rfm/rfm-columns.ts'
import { firstDayOfMonth, toMonthNumber } from '#shared/domain/calendar-date.ts'
import type { Finding, MonthSummary } from '#shared/domain/rfm-analysis.ts'

/** Whole months that are compared with as many before them. */
const span = 3
const noDifference: Finding = { code: 'no-clear-difference', values: {} }

/**
 * Says what stands out in the revenue by month; only whole months are compared.
 *
 * Shape: tried in order: `too-few-months` below 3 whole months; `revenue-rose` or `revenue-fell` when the last 3 differ
 * from the 3 before by a tenth or more; `revenue-best-month` when one month has 1.5 times the mean or more;
 * `no-clear-difference`.
 * Units: minor units; rates 0..1.
 */
export function findInRevenue(months: readonly MonthSummary[], window: AnalysisWindow): Finding {
  const whole = wholeMonths(months, window)
  if (whole.length < span) return tooFewMonths(whole.length)
  const { recent, before } = lastSpans(whole)
  const recentMinor = sumOf(recent, 'revenueMinor')
  const beforeMinor = sumOf(before, 'revenueMinor')
  const changeRate = before.length === span && beforeMinor > 0 ? recentMinor / beforeMinor - 1 : 0
  if (Math.abs(changeRate) >= 0.1) {
    const code = changeRate > 0 ? 'revenue-rose' : 'revenue-fell'
    return { code, values: { changeRate: Math.abs(changeRate), revenueMinor: recentMinor, months: span } }
  }
  const meanMinor = sumOf(whole, 'revenueMinor') / whole.length
  const best = whole.reduce((top, month) => (month.revenueMinor > top.revenueMinor ? month : top))
  if (meanMinor <= 0 || best.revenueMinor < 1.5 * meanMinor) return noDifference
  const values = {
    month: best.month,
    revenueMinor: best.revenueMinor,
    timesMean: best.revenueMinor / meanMinor,
  }
  return { code: 'revenue-best-month', values }
}

/**
 * Says what stands out among new and returning customers; only whole months are compared.
 *
 * Shape: tried in order: `too-few-months` below 3 whole months; `new-customers-rose` or `new-customers-fell` when the
 * last 3 differ from the 3 before by a fifth and by 10 customers or more; `mostly-returning` or `mostly-new` when one
 * group makes 60 % or more of the last 3; `no-clear-difference`. A customer counts once in each month.
 * Units: rates 0..1.
 */
export function findInCustomers(months: readonly MonthSummary[], window: AnalysisWindow): Finding {
  const whole = wholeMonths(months, window)
  if (whole.length < span) return tooFewMonths(whole.length)
  const { recent, before } = lastSpans(whole)
  const newCustomers = sumOf(recent, 'newCustomers')
  const newBefore = sumOf(before, 'newCustomers')
  const difference = newCustomers - newBefore
  if (before.length === span && Math.abs(difference) >= Math.max(10, newBefore / 5)) {
    const code = difference > 0 ? 'new-customers-rose' : 'new-customers-fell'
    return { code, values: { newCustomers, newBefore, months: span } }
  }
  const buyers = newCustomers + sumOf(recent, 'returningCustomers')
  const newRate = buyers > 0 ? newCustomers / buyers : 0.5
  if (newRate >= 0.6) return { code: 'mostly-new', values: { newRate, months: span } }
  if (newRate <= 0.4)
    return { code: 'mostly-returning', values: { returningRate: 1 - newRate, months: span } }
  return noDifference
}

/** Leaves out the first and the last month where the window cuts them. */
function wholeMonths(months: readonly MonthSummary[], window: AnalysisWindow): readonly MonthSummary[] {
  const dayAfter = window.asOfDay + 1
  const isLastWhole = firstDayOfMonth(toMonthNumber(dayAfter)) === dayAfter
  const until = isLastWhole ? months.length : months.length - 1
  return months.slice(isFirstCut(months.length, window) ? 1 : 0, Math.max(until, 0))
}

function isFirstCut(monthCount: number, { fromDay, asOfDay }: AnalysisWindow): boolean {
  if (fromDay === null) return false
  const firstMonth = toMonthNumber(asOfDay) - monthCount + 1
  return fromDay > firstDayOfMonth(firstMonth)
}

function lastSpans(months: readonly MonthSummary[]) {
  return { recent: months.slice(-span), before: months.slice(-2 * span, -span) }
}

function sumOf(months: readonly MonthSummary[], key: 'revenueMinor' | 'newCustomers' | 'returningCustomers') {
  return months.reduce((sum, month) => sum + month[key], 0)
}

function tooFewMonths(count: number): Finding {
  return { code: 'too-few-months', values: { count, minimum: span } }
}
