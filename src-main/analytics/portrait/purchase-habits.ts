import { type LineTaste, PreferenceCounts } from '#main/analytics/preferences/preference-counts.ts'
import { calendarMonthOf, weekdayOf } from '#main/analytics/seasons/season-sums.ts'
import { type CalendarDate, toDayNumber } from '#shared/domain/calendar-date.ts'
import { EvidenceByItem, OrderEvidence } from './evidence-rows.ts'

/** An order as a portrait looks at it; `hour` null where only the day is known, `refundedMinor` until the reference date. */
export type HabitOrder = {
  readonly orderId: number
  readonly customerId: number | null
  readonly orderedOn: CalendarDate
  readonly hour: number | null
  readonly platform: string
  readonly shop: string
  readonly netMinor: number
  readonly refundedMinor: number
  readonly lines: readonly LineTaste[]
}

/** Counts what orders tell of a buyer, by the rules of the preferences, and keeps which orders tell it. */
export class PurchaseHabits {
  readonly counts = new PreferenceCounts()
  netMinor = 0
  refundedMinor = 0
  readonly all = new OrderEvidence()
  readonly returned = new OrderEvidence()
  readonly withoutLines = new OrderEvidence()
  readonly untimed = new OrderEvidence()
  readonly categories = new EvidenceByItem<string>()
  readonly brands = new EvidenceByItem<string>()
  readonly products = new EvidenceByItem<number>()
  readonly hours = new EvidenceByItem<number>()
  readonly weekdays = new EvidenceByItem<number>()
  readonly months = new EvidenceByItem<number>()
  /** Where it was bought: `platform` and `shop`, a line break between them. */
  readonly places = new EvidenceByItem<string>()
  readonly priced = new OrderEvidence()
  /** The days on which something was bought, each once, in order. */
  readonly days: number[] = []

  /** Counts an order; they come by their day, the oldest first. */
  add(order: HabitOrder): void {
    const { orderId, orderedOn, hour, lines } = order
    const day = toDayNumber(orderedOn)
    const moment = { weekday: weekdayOf(day), month: calendarMonthOf(day), hour }
    this.counts.add(moment, lines)
    this.netMinor += order.netMinor
    this.refundedMinor += order.refundedMinor
    if (this.days.at(-1) !== day) this.days.push(day)
    this.all.add(orderId, orderedOn)
    if (order.refundedMinor > 0) this.returned.add(orderId, orderedOn)
    if (lines.length === 0) this.withoutLines.add(orderId, orderedOn)
    if (lines.some(({ priceMinor }) => priceMinor !== null && priceMinor > 0))
      this.priced.add(orderId, orderedOn)
    const note = <Item>(places: EvidenceByItem<Item>, items: readonly (Item | null)[]) =>
      places.add(items, orderId, orderedOn)
    if (hour === null) this.untimed.add(orderId, orderedOn)
    // Two hours are told together, so an order stands for its own hour and for the one before.
    else note(this.hours, [hour, (hour + 23) % 24])
    note(this.weekdays, [moment.weekday])
    note(this.months, [moment.month])
    note(this.places, [`${order.platform}\n${order.shop}`])
    note(
      this.categories,
      lines.map(line => line.category),
    )
    note(
      this.brands,
      lines.map(line => line.brand),
    )
    note(
      this.products,
      lines.map(line => line.productId),
    )
  }
}

/** The median of the days between one purchase day and the next. Empty: null below `leastDays` purchase days. */
export function findRhythm(days: readonly number[], leastDays: number): number | null {
  if (days.length < leastDays || days.length < 2) return null
  const gaps = days
    .slice(1)
    .map((day, index) => day - (days[index] ?? day))
    .toSorted((a, b) => a - b)
  const middle = (gaps.length - 1) / 2
  return ((gaps[Math.floor(middle)] ?? 0) + (gaps[Math.ceil(middle)] ?? 0)) / 2
}
