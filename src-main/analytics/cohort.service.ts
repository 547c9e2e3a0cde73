import {
  type CalendarDate,
  type CalendarMonth,
  fromMonthNumber,
  toDayNumber,
  toMonthNumber,
} from '#shared/domain/calendar-date.ts'
import {
  type CohortAnalysis,
  type CohortRequest,
  leastForShare,
  repurchaseSpans,
} from '#shared/domain/cohorts.ts'
import { findCohortMembers } from './cohorts/cohort-members.ts'
import { countReturning, sumByMonthsLater } from './cohorts/cohort-sums.ts'
import { type CohortTable, followBuyers } from './cohorts/follow-buyers.ts'
import { sortOrdersByDay } from './cohorts/orders-by-day.ts'
import { type Again, countRepurchases, findRepurchasers, quartilesOfCounts } from './cohorts/repurchases.ts'
import { columnsAsOf } from './columns-as-of.ts'
import type { KeptColumns } from './kept-columns.service.ts'
import { purchasesAsOf } from './rfm/rfm-metrics.ts'

/**
 * Tells who stays: cohorts by month, who bought again and how soon, new and returning customers.
 *
 * Empty: nothing bought gives no cohort and no month.
 * Cost: after the columns are loaded, about 40 ns an order.
 */
export function summarizeCohorts(kept: KeptColumns, request: CohortRequest): CohortAnalysis {
  const { asOfDay, columns, isLeftOut, byDay } = buyersByDay(kept, request.asOf)
  const customerCount = columns.customerIds.length
  const history = followBuyers(byDay, customerCount, asOfDay, request.months)
  const { table } = history
  const [ever = { buyers: 0, again: 0 }, ...within] = countRepurchases(history, [
    Number.POSITIVE_INFINITY,
    ...repurchaseSpans,
  ])
  return {
    ...{ ...request, revision: kept.getRevision(), leastForShare, customerCount },
    isLastMonthWhole: toMonthNumber(asOfDay + 1) !== toMonthNumber(asOfDay),
    balancesLeftOut: isLeftOut.reduce((sum, one) => sum + one, 0),
    earlierBuyers: table.earlierCustomers,
    ...tellCohorts(table),
    repurchase: {
      ...withShare(ever),
      within: repurchaseSpans.map((days, at) => ({ days, ...withShare(within[at] ?? ever) })),
    },
    between: tellBetween(history.gapCounts),
  }
}

/** Lists who bought for the first time in a month and again so many months later; 0: all of that month. */
export function listCohortMembers(
  kept: KeptColumns,
  { asOf, month, monthsLater }: { asOf: CalendarDate; month: CalendarMonth; monthsLater: number },
): number[] {
  const { columns, byDay } = buyersByDay(kept, asOf)
  const first = toMonthNumber(toDayNumber(`${month}-01` as CalendarDate))
  const members = findCohortMembers(byDay, columns.customerIds.length, first, first + monthsLater)
  return Array.from(members, index => columns.customerIds[index] ?? 0)
}

/** Lists who bought a second time within so many days of the first (null: ever), or did not; first purchases lie so far back. */
export function listRepurchasers(
  kept: KeptColumns,
  { asOf, withinDays, isAgain }: { asOf: CalendarDate; withinDays: number | null; isAgain: boolean },
): number[] {
  const { asOfDay, columns, byDay } = buyersByDay(kept, asOf)
  const { firstAge, wait } = followBuyers(byDay, columns.customerIds.length, asOfDay, 1)
  const members = findRepurchasers({ firstAge, wait }, withinDays ?? Number.POSITIVE_INFINITY, isAgain)
  return members.map(index => columns.customerIds[index] ?? 0)
}

function buyersByDay(kept: KeptColumns, asOf: CalendarDate) {
  const asOfDay = toDayNumber(asOf)
  const columns = columnsAsOf(kept.get(), asOfDay)
  const isLeftOut = new Uint8Array(columns.customerIds.length)
  for (const index of columns.balances.customerIndex) isLeftOut[index] = 1
  const purchases = purchasesAsOf(columns.purchases, columns.refunds, asOfDay)
  return { asOfDay, columns, isLeftOut, byDay: sortOrdersByDay(purchases, isLeftOut, asOfDay) }
}

function tellCohorts(table: CohortTable): Pick<CohortAnalysis, 'cohorts' | 'byMonthsLater' | 'byMonth'> {
  const { firstMonth, active } = table
  const returning = countReturning(table)
  return {
    cohorts: active.map((counts, place) => ({
      month: fromMonthNumber(firstMonth + place),
      active: [...counts],
      shares: Array.from(counts, count => shareOf(count, counts[0] ?? 0)),
    })),
    byMonthsLater: sumByMonthsLater(table).map(([customers, bought], monthsLater) => ({
      ...{ monthsLater, customers, active: bought, share: shareOf(bought, customers) },
    })),
    byMonth: active.map((counts, place) => ({
      month: fromMonthNumber(firstMonth + place),
      newCustomers: counts[0] ?? 0,
      returningCustomers: returning[place] ?? 0,
    })),
  }
}

const shareOf = (count: number, of: number): number | null => (of < leastForShare ? null : count / of)

const withShare = ({ buyers, again }: Again) => ({ buyers, again, share: shareOf(again, buyers) })

function tellBetween(gapCounts: Int32Array): CohortAnalysis['between'] {
  const count = gapCounts.reduce((sum, one) => sum + one, 0)
  if (count < leastForShare) return { count, quartiles: null }
  const [lowerDays, medianDays, upperDays] = quartilesOfCounts(gapCounts)
  return { count, quartiles: { lowerDays, medianDays, upperDays } }
}
