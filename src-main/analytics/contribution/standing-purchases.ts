import type { PurchasesByDay } from './purchases-by-day.ts'

type Refund = PurchasesByDay['refunds'][number]

/** Purchases as they stood on a day that only moves forward: what was given back until then is taken off. */
export class StandingPurchases {
  private readonly purchases: PurchasesByDay
  private readonly refundsLeft: Uint32Array
  private next = 0
  /** Units: minor units. */
  readonly minor: Float64Array
  /** 1 for a purchase that counts: it counts today, or something of it was given back only later. */
  readonly isCounted: Uint8Array

  constructor(purchases: PurchasesByDay) {
    this.purchases = purchases
    this.minor = purchases.grossMinor.slice()
    this.isCounted = purchases.isCounted.slice()
    this.refundsLeft = new Uint32Array(purchases.day.length)
    for (const { place } of purchases.refunds) {
      this.refundsLeft[place] = (this.refundsLeft[place] ?? 0) + 1
      if ((this.minor[place] ?? 0) > 0) this.isCounted[place] = 1
    }
  }

  /** Takes off what was given back until a day, and tells of each refund whether its purchase ceased to count with it. */
  moveTo(asOfDay: number, tell: (refund: Refund, hasCeased: boolean) => void): void {
    const { refunds, isCounted } = this.purchases
    for (; (refunds[this.next]?.day ?? Number.POSITIVE_INFINITY) <= asOfDay; this.next++) {
      const refund = refunds[this.next]
      if (!refund) return
      const { place, minor } = refund
      const left = (this.refundsLeft[place] ?? 0) - 1
      this.refundsLeft[place] = left
      this.minor[place] = (this.minor[place] ?? 0) - minor
      const counts = isCounted[place] === 1 || (left > 0 && (this.minor[place] ?? 0) > 0)
      const hasCeased = this.isCounted[place] === 1 && !counts
      if (hasCeased) this.isCounted[place] = 0
      tell(refund, hasCeased)
    }
  }
}
