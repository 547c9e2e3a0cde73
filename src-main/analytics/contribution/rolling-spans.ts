import { addMonths, type CalendarDate, toDayNumber, toMonthNumber } from '#shared/domain/calendar-date.ts'
import type { MonthSpan } from '#shared/domain/contribution.ts'
import { countBits, spanOfMonths, yearsLookedAt } from './buying-days.ts'
import { daysOfSpan } from './month-span.ts'
import type { PurchasesByDay } from './purchases-by-day.ts'
import type { StandingPurchases } from './standing-purchases.ts'

/** A window over purchases in the order of their days; it only moves forward. */
class Window {
  protected readonly purchases: PurchasesByDay
  start = 0
  end = 0

  constructor(purchases: PurchasesByDay) {
    this.purchases = purchases
  }

  /** Moves both ends; what comes in and what goes out is told in the order of the days. */
  protected slide(
    first: number,
    last: number,
    enter: (place: number) => void,
    leave: (place: number) => void,
  ) {
    const { day } = this.purchases
    while (this.end < day.length && (day[this.end] ?? 0) <= last) enter(this.end++)
    while (this.start < this.end && (day[this.start] ?? 0) < first) leave(this.start++)
  }

  holds(place: number): boolean {
    return this.start <= place && place < this.end
  }
}

/** What every customer spent within a span that moves from month to month. */
export class RollingSpend extends Window {
  private readonly standing: StandingPurchases
  private readonly span: MonthSpan
  private readonly monthsAgo: number
  readonly sums: Float64Array

  constructor(
    purchases: PurchasesByDay,
    standing: StandingPurchases,
    customerCount: number,
    span: MonthSpan,
    /** The span is reckoned from so many months before the day. */
    monthsAgo = 0,
  ) {
    super(purchases)
    this.standing = standing
    this.span = span
    this.monthsAgo = monthsAgo
    this.sums = new Float64Array(customerCount)
  }

  moveTo(asOf: CalendarDate): void {
    const [first, last] = daysOfSpan(addMonths(asOf, -this.monthsAgo), this.span)
    this.slide(
      first,
      last,
      place => this.add(place, this.standing.minor[place] ?? 0),
      place => this.add(place, -(this.standing.minor[place] ?? 0)),
    )
  }

  /** Takes in that a purchase is worth so much less now. */
  refund(place: number, minor: number): void {
    if (this.holds(place)) this.add(place, -minor)
  }

  private add(place: number, minor: number): void {
    const customer = this.purchases.customer[place] ?? 0
    this.sums[customer] = (this.sums[customer] ?? 0) + minor
  }
}

const yearsAtOnce = yearsLookedAt + 1

/** In which months of which years every customer bought, of the last years. */
export class RollingSeason extends Window {
  private readonly standing: StandingPurchases
  private readonly monthCounts: Int32Array
  private readonly yearCounts: Int32Array
  private day = Number.NaN
  private monthOfYear = 0
  private yearPlace = 0

  constructor(purchases: PurchasesByDay, standing: StandingPurchases, customerCount: number) {
    super(purchases)
    this.standing = standing
    this.monthCounts = new Int32Array(12 * customerCount)
    this.yearCounts = new Int32Array(yearsAtOnce * customerCount)
  }

  moveTo(asOf: CalendarDate): void {
    const first = toDayNumber(addMonths(asOf, -12 * yearsLookedAt)) + 1
    const note = (step: 1 | -1) => (place: number) => {
      if (this.standing.isCounted[place] === 1) this.note(place, step)
    }
    this.slide(first, toDayNumber(asOf), note(1), note(-1))
  }

  /** Takes in that a purchase does not count any more. */
  uncount(place: number): void {
    if (this.holds(place)) this.note(place, -1)
  }

  /** Says whether a customer buys in one season only. */
  isSeasonal(customer: number, seasonMonths: number): boolean {
    const years = maskOf(this.yearCounts, customer, yearsAtOnce)
    return countBits(years) >= 2 && spanOfMonths(maskOf(this.monthCounts, customer, 12)) <= seasonMonths
  }

  private note(place: number, step: 1 | -1): void {
    const customer = this.purchases.customer[place] ?? 0
    const day = this.purchases.day[place] ?? 0
    // Purchases of one day follow each other: its month is reckoned once.
    if (day !== this.day) {
      this.day = day
      const month = toMonthNumber(day)
      const year = Math.floor(month / 12)
      this.monthOfYear = month - 12 * year
      this.yearPlace = ((year % yearsAtOnce) + yearsAtOnce) % yearsAtOnce
    }
    const monthAt = 12 * customer + this.monthOfYear
    const yearAt = yearsAtOnce * customer + this.yearPlace
    this.monthCounts[monthAt] = (this.monthCounts[monthAt] ?? 0) + step
    this.yearCounts[yearAt] = (this.yearCounts[yearAt] ?? 0) + step
  }
}

function maskOf(counts: Int32Array, customer: number, each: number): number {
  let mask = 0
  for (let at = 0; at < each; at++) if ((counts[each * customer + at] ?? 0) > 0) mask |= 1 << at
  return mask
}
