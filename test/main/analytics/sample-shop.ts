import { noOrderDay, type PurchaseColumns, type RfmInput } from '#main/analytics/rfm/rfm-columns.ts'
import { CalendarDate, toDayNumber } from '#shared/domain/calendar-date.ts'

/** The day number of a written day. */
export const dayOf = (text: string) => toDayNumber(CalendarDate.parse(text))

/** Columns from rows [customer, day, net in minor units, counted?]. */
export function purchases(rows: readonly [number, string, number, 'not-counted'?][]): PurchaseColumns {
  return {
    customerIndex: Int32Array.from(rows, row => row[0]),
    orderedOnDay: Int32Array.from(rows, row => dayOf(row[1])),
    netMinor: Float64Array.from(rows, row => row[2]),
    isCounted: Uint8Array.from(rows, row => (row[3] ? 0 : 1)),
  }
}

/** Measures from rows [days before the reference date or null, orders, spend in major units]. */
export function measures(
  asOfDay: number,
  rows: readonly (readonly [number | null, number, number])[],
): RfmInput {
  return {
    customerIds: rows.map((_, index) => index + 1),
    lastOrderDay: Int32Array.from(rows, ([days]) => (days === null ? noOrderDay : asOfDay - days)),
    orderCount: Int32Array.from(rows, row => row[1]),
    spendMinor: Float64Array.from(rows, row => row[2] * 100),
  }
}

/** The reference date of the shop of twelve. */
export const shopAsOf = dayOf('2026-06-30')

/**
 * A shop of twelve customers, the last without a purchase: days since the last order, orders, spend in yuan.
 *
 * Worked by hand. Eleven buyers, so the quantiles are the 3rd, 5th, 7th and 9th value:
 * days 10, 25, 60, 90 -> edges 11, 26, 61, 91; orders 1, 1, 2, 3 -> 2, 2, 3, 4; yuan 30, 60, 100, 200 -> 31, 61, 101, 201.
 */
export const shopOfTwelve = measures(shopAsOf, [
  [3, 9, 900],
  [8, 5, 500],
  [10, 1, 80],
  [20, 2, 200],
  [25, 1, 10],
  [40, 3, 150],
  [60, 1, 60],
  [75, 1, 100],
  [90, 2, 20],
  [150, 1, 50],
  [300, 1, 30],
  [null, 0, 0],
])

/** The scores that follow from the edges above, customer by customer. */
export const shopScores = ['555', '555', '513', '434', '411', '344', '312', '213', '231', '112', '111', '000']
