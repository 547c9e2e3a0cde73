import { fromDayNumber, toDayNumber } from '#shared/domain/calendar-date.ts'
import {
  leastForSeason,
  mostSeasonYears,
  type SeasonAnalysis,
  type SeasonRequest,
} from '#shared/domain/seasonality.ts'
import { columnsAsOf } from './columns-as-of.ts'
import type { KeptColumns } from './kept-columns.service.ts'
import type { PurchaseColumns } from './rfm/rfm-columns.ts'
import { purchasesAsOf } from './rfm/rfm-metrics.ts'
import {
  calendarMonthOf,
  countDays,
  findFirstOrderDay,
  findWholeYears,
  indexAgainstAverage,
  type SeasonSums,
  sumByPlace,
  weekdayOf,
} from './seasons/season-sums.ts'
import { noHour } from './stored-columns.service.ts'

const noSums = (places: number): SeasonSums => ({
  orderCount: new Int32Array(places),
  revenueMinor: new Float64Array(places),
})

/**
 * Tells how purchases spread over the months of whole years, the days of the week and the hours.
 *
 * Empty: without an order all counts are 0 and there are no days.
 * Cost: once the columns are loaded, about 30 ns an order.
 */
export function summarizeSeasons(kept: KeptColumns, { asOf }: SeasonRequest): SeasonAnalysis {
  const asOfDay = toDayNumber(asOf)
  const columns = columnsAsOf(kept.get(), asOfDay)
  const purchases = purchasesAsOf(columns.purchases, columns.refunds, asOfDay)
  const firstDay = findFirstOrderDay(purchases, asOfDay)
  return {
    ...{ asOf, revision: kept.getRevision(), least: leastForSeason },
    balancesLeftOut: columns.balances.customerIndex.length,
    ...tellMonths(purchases, firstDay, asOfDay),
    ...tellWeekdays(purchases, firstDay, asOfDay),
    hours: tellHours(purchases, kept.getHours(), asOfDay),
  }
}

function tellMonths(
  purchases: PurchaseColumns,
  firstDay: number | null,
  asOfDay: number,
): Pick<SeasonAnalysis, 'months' | 'wholeYears'> {
  const years = firstDay === null ? null : findWholeYears(firstDay, asOfDay, mostSeasonYears)
  const sums = years
    ? sumByPlace(purchases, [years.firstDay, years.lastDay], 12, calendarMonthOf)
    : noSums(12)
  const isTooFew = (years?.years ?? 0) < leastForSeason.years
  const rows = tellRows(sums, new Int32Array(12).fill(years?.years ?? 0), isTooFew)
  return {
    wholeYears: years && {
      ...{ years: years.years, orderCount: sumOf(sums.orderCount) },
      ...{ firstOn: fromDayNumber(years.firstDay), lastOn: fromDayNumber(years.lastDay) },
    },
    months: { isTooFew, rows: rows.map((row, place) => ({ month: place + 1, ...row })) },
  }
}

function tellWeekdays(
  purchases: PurchaseColumns,
  firstDay: number | null,
  asOfDay: number,
): Pick<SeasonAnalysis, 'weekdays' | 'days'> {
  const span = firstDay === null ? null : ([firstDay, asOfDay] as const)
  const sums = span ? sumByPlace(purchases, span, 7, weekdayOf) : noSums(7)
  const orderCount = sumOf(sums.orderCount)
  const isTooFew = orderCount < leastForSeason.orders
  const days = span ? countDays(span, 7, weekdayOf) : new Int32Array(7)
  return {
    days: span && { orderCount, firstOn: fromDayNumber(span[0]), lastOn: fromDayNumber(span[1]) },
    weekdays: {
      isTooFew,
      rows: tellRows(sums, days, isTooFew).map((row, place) => ({ weekday: place + 1, ...row })),
    },
  }
}

function tellRows({ orderCount, revenueMinor }: SeasonSums, weights: Int32Array, isTooFew: boolean) {
  const orderIndex = indexAgainstAverage(orderCount, weights)
  const revenueIndex = indexAgainstAverage(revenueMinor, weights)
  return Array.from(orderCount, (count, place) => ({
    orderCount: count,
    revenueMinor: revenueMinor[place] ?? 0,
    orderIndex: isTooFew ? null : (orderIndex[place] ?? null),
    revenueIndex: isTooFew ? null : (revenueIndex[place] ?? null),
  }))
}

function tellHours(
  { orderedOnDay, isCounted }: PurchaseColumns,
  hours: Uint8Array,
  asOfDay: number,
): SeasonAnalysis['hours'] {
  const grid = Array.from({ length: 24 }, () => new Int32Array(7))
  let ordersWithoutTime = 0
  for (let at = 0; at < orderedOnDay.length; at++) {
    const day = orderedOnDay[at] ?? 0
    if (day > asOfDay || isCounted[at] !== 1) continue
    const row = grid[hours[at] ?? noHour]
    const weekday = weekdayOf(day)
    if (row) row[weekday] = (row[weekday] ?? 0) + 1
    else ordersWithoutTime++
  }
  const counts = grid.map(sumOf)
  const ordersWithTime = sumOf(counts)
  const isTooFew = ordersWithTime < leastForSeason.orders
  const indexes = indexAgainstAverage(counts, new Int32Array(24).fill(1))
  return {
    ...{ isTooFew, ordersWithTime, ordersWithoutTime },
    rows: grid.map((row, hour) => ({
      ...{ hour, orderCount: counts[hour] ?? 0 },
      orderIndex: isTooFew ? null : (indexes[hour] ?? null),
      byWeekday: [...row],
    })),
  }
}

const sumOf = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((total, value) => total + value, 0)
