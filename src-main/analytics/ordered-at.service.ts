import { type CalendarDate, toDayNumber } from '#shared/domain/calendar-date.ts'
import { columnsAsOf } from './columns-as-of.ts'
import type { KeptColumns } from './kept-columns.service.ts'
import { purchasesAsOf } from './rfm/rfm-metrics.ts'
import { calendarMonthOf, weekdayOf } from './seasons/season-sums.ts'

/** A time at which orders came: weekday from 1 (Monday), calendar month from 1, hour; null any. */
export type OrderTime = {
  readonly fromOn: CalendarDate | null
  readonly asOf: CalendarDate
  readonly weekday: number | null
  readonly month: number | null
  readonly hour: number | null
}

/**
 * Lists the customers who ordered at a time, by the same rule by which preferences and seasons count.
 *
 * Shape: customer ids; of `members` only, where they are not null. An order counts on the asked day.
 * Cost: once the columns are loaded, some nanoseconds an order.
 */
export function listCustomersWhoOrderedAt(
  kept: KeptColumns,
  members: ReadonlySet<number> | null,
  { fromOn, asOf, weekday, month, hour }: OrderTime,
): number[] {
  const asOfDay = toDayNumber(asOf)
  const fromDay = fromOn === null ? null : toDayNumber(fromOn)
  const all = kept.get(true)
  const hours = hour === null ? null : kept.getHours()
  const { customerIndex, orderedOnDay, isCounted } = purchasesAsOf(all.purchases, all.refunds, asOfDay)
  const ordered = new Uint8Array(all.customerIds.length)
  for (let at = 0; at < customerIndex.length; at++) {
    const day = orderedOnDay[at] ?? 0
    if (isCounted[at] !== 1 || day > asOfDay || (fromDay !== null && day < fromDay)) continue
    if (weekday !== null && weekdayOf(day) !== weekday - 1) continue
    if (month !== null && calendarMonthOf(day) !== month - 1) continue
    if (hours !== null && hours[at] !== hour) continue
    const customer = customerIndex[at] ?? -1
    if (customer >= 0) ordered[customer] = 1
  }
  const known = columnsAsOf(all, asOfDay).customerIds
  const isKnown = known.length === all.customerIds.length ? null : new Set(known)
  return Array.from(all.customerIds).filter(
    (id, index) =>
      ordered[index] === 1 && (members === null || members.has(id)) && (isKnown === null || isKnown.has(id)),
  )
}
