import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { mostEvidenceRows, type PortraitEvidence } from '#shared/domain/portrait.ts'

/** Collects the orders behind a sentence: how many there are, from when to when, and the newest. */
export class OrderEvidence {
  count = 0
  private firstOn: CalendarDate | null = null
  private lastOn: CalendarDate | null = null
  private readonly newest: number[] = []

  /** Adds an order; they come by their day, the oldest first. */
  add(orderId: number, orderedOn: CalendarDate): void {
    this.count++
    this.firstOn ??= orderedOn
    this.lastOn = orderedOn
    this.newest.push(orderId)
    // Cut now and then, not at each order.
    if (this.newest.length >= 2 * mostEvidenceRows) this.newest.splice(0, mostEvidenceRows)
  }

  /** The evidence as a portrait carries it, the newest order first. */
  tell(): Extract<PortraitEvidence, { kind: 'orders' }> {
    const { count, firstOn, lastOn } = this
    const ids = this.newest.slice(-mostEvidenceRows).reverse()
    return { kind: 'orders', count, firstOn, lastOn, ids }
  }
}

/** The evidence of things that orders hold, one by one. */
export class EvidenceByItem<Item> {
  private readonly byItem = new Map<Item, OrderEvidence>()

  /** Adds an order to some things of it; each counts once. */
  add(items: readonly (Item | null)[], orderId: number, orderedOn: CalendarDate): void {
    for (const item of new Set(items)) if (item !== null) this.of(item).add(orderId, orderedOn)
  }

  /** The evidence of a thing. */
  of(item: Item): OrderEvidence {
    const known = this.byItem.get(item)
    if (known) return known
    const made = new OrderEvidence()
    this.byItem.set(item, made)
    return made
  }

  /** The things with their evidence, those in most orders first; of equals the one that came first. */
  listTop(most: number): [Item, OrderEvidence][] {
    return [...this.byItem].sort(([, one], [, other]) => other.count - one.count).slice(0, most)
  }
}
