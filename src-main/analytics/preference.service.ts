import { getRevision } from '#main/changes/revision.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { type CalendarDate, toDayNumber } from '#shared/domain/calendar-date.ts'
import {
  leastForPreference,
  mostPreferred,
  type PreferenceRequest,
  type Preferences,
} from '#shared/domain/preferences.ts'
import { countAllPreferences } from './all-preferences.service.ts'
import { getProductNames } from './basket.queries.ts'
import type { KeptColumns } from './kept-columns.service.ts'
import { iteratePreferenceRows, type PreferenceRow } from './preference.queries.ts'
import {
  findBestHours,
  type ItemCounts,
  type LineTaste,
  listTop,
  type OrderMoment,
  PreferenceCounts,
  type PreferenceSums,
  summarizePrices,
} from './preferences/preference-counts.ts'
import type { RfmAnalyst } from './rfm-analysis.service.ts'
import { calendarMonthOf, weekdayOf } from './seasons/season-sums.ts'
import { segmentMembersOf } from './segment-members.service.ts'
import { listSegments } from './segmentation/segment-customers.ts'

/** The rules by which segments are named here. */
const ruleSetCode = 'ten-segments'

/**
 * Tells what someone likes to buy, at which price and when.
 *
 * Shape: sales without a customer count for all, opening balances never.
 * Errors: not-found for a segment that the rules do not have.
 * Cost: one customer a few ms; all about 0.3 µs a line, once the columns are loaded.
 */
export function summarizePreferences(
  db: ReadableDb,
  kept: KeptColumns,
  analyst: RfmAnalyst,
  request: PreferenceRequest,
): Preferences {
  const { counts, customerCount } = countPreferences(db, kept, analyst, request)
  const topProducts = listTop(counts.products, mostPreferred).map(([productId]) => productId)
  const productNames = getProductNames(db, topProducts)
  return {
    ...{ ...request, revision: getRevision(db), leastOrders: leastForPreference, customerCount },
    ...{ orderCount: counts.orderCount, ordersWithoutLines: counts.ordersWithoutLines },
    isTooFew: counts.orderCount < leastForPreference,
    categories: tellTaste(counts.categories, name => name),
    brands: tellTaste(counts.brands, name => name),
    products: tellTaste(counts.products, productId => productNames.get(productId) ?? ''),
    prices: tellPrices(counts),
    hours: tellHours(counts),
    weekdays: [...counts.byWeekday],
    months: [...counts.byMonth],
  }
}

type Counted = {
  readonly counts: PreferenceSums<number, string, string>
  readonly customerCount: number
}

function countPreferences(
  db: ReadableDb,
  kept: KeptColumns,
  analyst: RfmAnalyst,
  { of, fromOn, asOf }: PreferenceRequest,
): Counted {
  if (of.kind === 'customer') return countOfCustomer(db, of.customerId, fromOn, asOf)
  const members = membersOfOwner(analyst, of, asOf)
  return countAllPreferences(db, kept, members, { fromOn, asOf })
}

function countOfCustomer(
  db: ReadableDb,
  customerId: number,
  fromOn: CalendarDate | null,
  asOf: CalendarDate,
): Counted {
  const counts = new PreferenceCounts()
  let [order, lines]: [PreferenceRow | undefined, LineTaste[]] = [undefined, []]
  const addOrder = () => {
    if (order) counts.add(momentOf(order), lines)
    lines = []
  }
  for (const row of iteratePreferenceRows(db, customerId, fromOn, asOf)) {
    if (row[0] !== order?.[0]) {
      addOrder()
      order = row
    }
    if (row[4] === 1) lines.push(tasteOf(row))
  }
  addOrder()
  return { counts, customerCount: counts.orderCount > 0 ? 1 : 0 }
}

/**
 * Gives the customers whose preferences are meant; null for all.
 *
 * Errors: not-found for a segment that the rules do not have.
 */
export function membersOfOwner(
  analyst: RfmAnalyst,
  of: PreferenceRequest['of'],
  asOf: CalendarDate,
): ReadonlySet<number> | null {
  if (of.kind === 'all') return null
  return of.kind === 'customer' ? new Set([of.customerId]) : membersOf(analyst, of.code, asOf)
}

function membersOf(analyst: RfmAnalyst, code: string, asOf: CalendarDate): ReadonlySet<number> {
  const { summary } = analyst.analyse({ asOf, period: { kind: 'all' }, ruleSetCode })
  if (!listSegments(summary.ruleSet).some(segment => segment.code === code)) throw new AppError('not-found')
  return new Set(segmentMembersOf(analyst)({ asOf, ruleSetCode, segmentCodes: [code] }))
}

function momentOf([, , orderedOn, hour]: PreferenceRow): OrderMoment {
  const day = toDayNumber(orderedOn)
  return { weekday: weekdayOf(day), month: calendarMonthOf(day), hour: hour === '' ? null : Number(hour) }
}

function tasteOf([, , , , , productId, category, brand, quantity, gross]: PreferenceRow): LineTaste {
  const priceMinor = gross !== null && quantity !== null && quantity > 0 ? Math.round(gross / quantity) : null
  return { productId, category, brand, priceMinor }
}

function tellTaste<Item>(counts: ItemCounts<Item>, nameOf: (item: Item) => string): Preferences['products'] {
  const { orderCount } = counts
  const isTooFew = orderCount < leastForPreference
  const rows = isTooFew ? [] : listTop(counts, mostPreferred)
  return {
    ...{ orderCount, isTooFew },
    rows: rows.map(([item, count]) => ({
      ...{ name: nameOf(item), orderCount: count, share: count / orderCount },
    })),
  }
}

function tellPrices({ linesByPrice, orderCount }: Counted['counts']): Preferences['prices'] {
  let lineCount = 0
  for (const lines of linesByPrice.values()) lineCount += lines
  const isTooFew = orderCount < leastForPreference || lineCount < leastForPreference
  const [lowestMinor, lowerMinor, medianMinor, upperMinor, highestMinor] = summarizePrices(linesByPrice)
  const band = { lowestMinor, lowerMinor, medianMinor, upperMinor, highestMinor }
  return { lineCount, isTooFew, band: isTooFew ? null : band }
}

function tellHours({ hourGrid, timedCount }: Counted['counts']): Preferences['hours'] {
  const byHourAndWeekday = Array.from({ length: 24 }, (_, hour) => [
    ...hourGrid.subarray(hour * 7, hour * 7 + 7),
  ])
  const byHour = byHourAndWeekday.map(row => row.reduce((sum, count) => sum + count, 0))
  const isTooFew = timedCount < leastForPreference
  const best = isTooFew ? null : findBestHours(byHour)
  return { orderCount: timedCount, isTooFew, best, byHour, byHourAndWeekday }
}
