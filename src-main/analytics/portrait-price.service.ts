import type { ReadableDb } from '#main/database/db.ts'
import { getArchiveSettings } from '#main/settings/setting.service.ts'
import { minorPerMajor } from '#shared/domain/currency.ts'
import type { PortraitSentence } from '#shared/domain/portrait.ts'
import { sensitivityRules as rules } from '#shared/domain/price-sensitivity.ts'
import { OrderEvidence } from './portrait/evidence-rows.ts'
import { sentence } from './portrait/sentence.ts'
import type { PortraitLine } from './portrait.queries.ts'
import type { PortraitDays } from './portrait-habits.service.ts'
import { markDiscounts, sumDiscounts } from './sensitivity/discounts.ts'
import type { UsualPrices } from './usual-prices.service.ts'

/**
 * Says how much of a customer's orders and money was spent at a discount, as the analysis of discounts reckons it.
 *
 * Empty: no line with a price to compare with, or too few such orders, is said. Nothing bought gives no sentence.
 */
export function tellDiscounts(
  db: ReadableDb,
  usualPrices: UsualPrices,
  lines: readonly PortraitLine[],
  days: PortraitDays,
): PortraitSentence[] {
  if (lines.length === 0) return []
  const minorPerMicro = minorPerMajor(getArchiveSettings(db).currency) / 1_000_000
  const productIds = lines.flatMap(([, , , , , , , , , productId]) => (productId === null ? [] : [productId]))
  const usual = usualPrices.of(productIds, days)
  const bought = {
    order: Int32Array.from(lines, ([orderId]) => orderId),
    customer: new Int32Array(lines.length),
    category: new Int32Array(lines.length),
    // Each line is a product of its own here: its usual price stands in its own place.
    product: Int32Array.from(lines, (_line, place) => place),
    quantity: Float64Array.from(lines, line => line[12] ?? 0),
    listedMinor: Float64Array.from(lines, line =>
      line[13] === null ? Number.NaN : line[13] * minorPerMicro,
    ),
    paidMinor: Float64Array.from(lines, line => line[14] ?? 0),
  }
  const usualOfLines = Float64Array.from(lines, line => usual.get(line[9] ?? 0) ?? Number.NaN)
  const marks = markDiscounts(bought, usualOfLines, rules.discountShare)
  const sums = sumDiscounts(bought, marks, bought.customer, 1)
  const [orderCount = 0, count = 0] = [sums.orderCount[0], sums.discountOrders[0]]
  if (orderCount === 0) return [sentence('discount-unknown', { lineCount: lines.length })]
  const known = ordersWhere(lines, place => marks[place] !== -1)
  if (orderCount < rules.orders)
    return [sentence('discount-too-few', { orderCount, least: rules.orders }, known)]
  const spendRate = (sums.discountMinor[0] ?? 0) / (sums.paidMinor[0] ?? 1)
  const atDiscount = ordersWhere(lines, place => marks[place] === 1)
  return [sentence('discount', { count, orderCount, spendRate }, count > 0 ? atDiscount : known)]
}

/** The orders of some lines, each once; lines come by the day of their order. */
function ordersWhere(lines: readonly PortraitLine[], isWanted: (place: number) => boolean): OrderEvidence {
  const evidence = new OrderEvidence()
  let last = 0
  lines.forEach(([orderId, , orderedOn], place) => {
    if (!isWanted(place) || orderId === last) return
    evidence.add(orderId, orderedOn)
    last = orderId
  })
  return evidence
}
