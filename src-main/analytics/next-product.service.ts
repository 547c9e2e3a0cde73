import { getRevision } from '#main/changes/revision.service.ts'
import { getCustomerRows } from '#main/customers/customer.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { type CalendarDate, fromDayNumber, toDayNumber } from '#shared/domain/calendar-date.ts'
import {
  type NextProductRequest,
  type NextProducts,
  nextProductRules as rules,
} from '#shared/domain/next-products.ts'
import { mostEvidenceRows } from '#shared/domain/portrait.ts'
import { getProductNames } from './basket.queries.ts'
import { findNextItems, type ItemsOfOwners } from './baskets/next-items.ts'
import { countLinesOf } from './counted-lines.service.ts'
import type { KeptColumns } from './kept-columns.service.ts'
import { groupLines, ownersOf } from './lines/lines-of-orders.ts'
import { OrderEvidence } from './portrait/evidence-rows.ts'
import { findRhythm } from './portrait/purchase-habits.ts'
import { iteratePortraitLines, type PortraitLine } from './portrait.queries.ts'

type Days = { readonly fromOn: CalendarDate | null; readonly asOf: CalendarDate }
type Bought = ItemsOfOwners & { readonly customerIds: Int32Array }

/** Finds what customers may buy next, for one reader thread; keeps what everybody bought for the days that were asked for last. */
export class NextProductFinder {
  private readonly db: ReadableDb
  private readonly kept: KeptColumns
  private known: { readonly key: string; readonly bought: Bought } | undefined

  constructor(db: ReadableDb, kept: KeptColumns) {
    this.db = db
    this.kept = kept
  }

  /**
   * Tells what a customer may buy next: what those bought who bought the same, and own products that are due again.
   *
   * Errors: not-found for a customer who does not exist or is in the bin.
   * Cost: once the columns are loaded, one pass over what everybody bought.
   */
  find(request: NextProductRequest): NextProducts {
    const { db } = this
    const { customerId, fromOn, asOf } = request
    const [row] = getCustomerRows(db, [customerId])
    if (!row) throw new AppError('not-found')
    const lines = [...iteratePortraitLines(db, customerId, { fromOn, asOf })].filter(line => line[8] === 1)
    const own = [...new Set(lines.flatMap(line => (line[9] === null ? [] : [line[9]])))]
    const { starts, items, customerIds } = this.boughtBy({ fromOn, asOf })
    const found = findNextItems({ starts, items }, own, rules, rules.products)
    const again = findDue(lines, toDayNumber(asOf))
    const named = [
      ...found.next.flatMap(({ left, right }) => [left, right]),
      ...again.map(({ productId }) => productId),
    ]
    const names = getProductNames(db, named)
    const productOf = (productId: number) => ({ productId, name: names.get(productId) ?? '' })
    return {
      ...{ ...request, revision: getRevision(db), rules, isContactRefused: row.isContactRefused },
      ...{ boughtCount: own.length, customerCount: found.ownerCount },
      next: found.next.map(({ left, right, owners, ...figures }) => ({
        ...{ product: productOf(right), because: productOf(left), ...figures },
        customerIds: owners.slice(0, mostEvidenceRows).map(owner => customerIds[owner] ?? 0),
      })),
      again: again.map(({ productId, ...facts }) => ({ product: productOf(productId), ...facts })),
    }
  }

  private boughtBy(days: Days): Bought {
    const key = JSON.stringify([days, this.kept.getRevision()])
    if (this.known?.key === key) return this.known.bought
    const { starts, lineAt, lines, purchases, customerIds } = countLinesOf(
      this.db,
      this.kept,
      days.fromOn,
      days.asOf,
    )
    const orderOf = ownersOf(starts)
    const byCustomer = groupLines(
      lineAt.length,
      customerIds.length,
      at => purchases.customerIndex[orderOf[at] ?? 0] ?? -1,
    )
    const items = byCustomer.lineAt.map(at => lines.productId[lineAt[at] ?? 0] ?? 0)
    const bought = { starts: byCustomer.starts, items, customerIds }
    this.known = { key, bought }
    return bought
  }
}

/** Own products whose rhythm has passed and which are not given up yet, the longest overdue by their rhythm first. */
function findDue(lines: readonly PortraitLine[], asOfDay: number) {
  const byProduct = new Map<
    number,
    { readonly days: number[]; readonly evidence: OrderEvidence; last: number }
  >()
  for (const [orderId, , orderedOn, , , , , , , productId] of lines) {
    if (productId === null) continue
    const known = byProduct.get(productId) ?? { days: [], evidence: new OrderEvidence(), last: 0 }
    byProduct.set(productId, known)
    const day = toDayNumber(orderedOn)
    if (known.days.at(-1) !== day) known.days.push(day)
    if (known.last !== orderId) known.evidence.add(orderId, orderedOn)
    known.last = orderId
  }
  return [...byProduct]
    .flatMap(([productId, { days, evidence }]) => {
      const rhythmDays = findRhythm(days, rules.purchaseDays)
      const lastDay = days.at(-1) ?? asOfDay
      const sinceDays = asOfDay - lastDay
      if (rhythmDays === null || sinceDays < rhythmDays || sinceDays > rules.lostTimes * rhythmDays) return []
      const { count: orderCount, ids: orderIds } = evidence.tell()
      const facts = { purchaseDays: days.length, rhythmDays, sinceDays }
      const firstOn = fromDayNumber(days[0] ?? lastDay)
      return [{ productId, ...facts, firstOn, lastOn: fromDayNumber(lastDay), orderCount, orderIds }]
    })
    .sort((one, other) => other.sinceDays / other.rhythmDays - one.sinceDays / one.rhythmDays)
    .slice(0, rules.products)
}
