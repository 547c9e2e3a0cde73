import { findBestHours, summarizePrices } from '#main/analytics/preferences/preference-counts.ts'
import type { PortraitSentence } from '#shared/domain/portrait.ts'
import { portraitRules as rules } from '#shared/domain/portrait.ts'
import type { EvidenceByItem } from './evidence-rows.ts'
import { findRhythm, type PurchaseHabits } from './purchase-habits.ts'
import { sentence } from './sentence.ts'

/** Says that there are too few orders, or none. Empty: null when there are enough. */
function sayTooFew({ counts: { orderCount }, all }: PurchaseHabits): PortraitSentence | null {
  if (orderCount >= rules.orders) return null
  return orderCount === 0
    ? sentence('no-orders')
    : sentence('too-few', { orderCount, least: rules.orders }, all)
}

/** Says what is bought most: categories, brands, products; each with the orders it stands in, of those that say it. */
export function tellWhat(
  habits: PurchaseHabits,
  nameOf: (productId: number) => string,
): readonly PortraitSentence[] {
  const tooFew = sayTooFew(habits)
  if (tooFew) return [tooFew]
  const { counts, withoutLines } = habits
  const list = <Item>(
    code: string,
    places: EvidenceByItem<Item>,
    orderCount: number,
    wordOf: (item: Item) => string,
  ) =>
    orderCount < rules.orders
      ? []
      : places.listTop(rules.named).map(([item, evidence]) => {
          const { count } = evidence
          const values = { name: wordOf(item), count, orderCount, shareRate: count / orderCount }
          return sentence(code, values, evidence)
        })
  const named = [
    ...list('category', habits.categories, counts.categories.orderCount, name => name),
    ...list('brand', habits.brands, counts.brands.orderCount, name => name),
    ...list('product', habits.products, counts.products.orderCount, nameOf),
  ]
  const silent =
    withoutLines.count > 0 ? [sentence('no-lines', { count: withoutLines.count }, withoutLines)] : []
  return named.length > 0 ? [...named, ...silent] : [sentence('what-unknown', {}, habits.all), ...silent]
}

/** Says when it is bought: the two hours, the weekday and the month that stand out, where they do. */
export function tellWhen(habits: PurchaseHabits): readonly PortraitSentence[] {
  const tooFew = sayTooFew(habits)
  if (tooFew) return [tooFew]
  return [
    ...tellHours(habits),
    ...tellClear('weekday', habits.weekdays, habits.counts.orderCount),
    ...tellClear('month', habits.months, habits.counts.orderCount),
  ]
}

function tellHours({ counts, hours, untimed, all }: PurchaseHabits): readonly PortraitSentence[] {
  const { timedCount: orderCount, hourGrid } = counts
  const silent = untimed.count > 0 ? [sentence('untimed', { count: untimed.count }, untimed)] : []
  if (orderCount < rules.orders)
    return [sentence('hours-too-few', { orderCount, least: rules.orders }, all), ...silent]
  const byHour = Array.from({ length: 24 }, (_, hour) =>
    hourGrid.subarray(hour * 7, hour * 7 + 7).reduce((sum, count) => sum + count, 0),
  )
  const best = findBestHours(byHour)
  if (!best) return silent
  const { fromHour, toHour, orderCount: count } = best
  const code = count / orderCount >= rules.clearHours ? 'hours' : 'hours-spread'
  return [sentence(code, { orderCount, fromHour, toHour, count }, hours.of(fromHour)), ...silent]
}

/** Names the weekday (0 Monday) or month (0 January) that has most orders, where it stands out. */
function tellClear(
  code: 'weekday' | 'month',
  places: EvidenceByItem<number>,
  orderCount: number,
): readonly PortraitSentence[] {
  const [top] = places.listTop(1)
  if (!top) return []
  const [place, evidence] = top
  const { count } = evidence
  const shareRate = count / orderCount
  if (shareRate < rules.clearShare) return []
  return [sentence(code, { [code]: place + 1, count, orderCount, shareRate }, evidence)]
}

/** Says how often one customer buys, and when that is overdue. Units: day numbers. */
export function tellRhythm({ days, all }: PurchaseHabits, asOfDay: number): readonly PortraitSentence[] {
  const purchaseDays = days.length
  if (purchaseDays === 0) return []
  const rhythm = findRhythm(days, rules.purchaseDays)
  const since = asOfDay - (days.at(-1) ?? asOfDay)
  if (rhythm === null)
    return [sentence('rhythm-too-few', { purchaseDays, least: rules.purchaseDays, since }, all)]
  const isLate = rhythm > 0 && since >= rules.lateTimes * rhythm
  const values = { days: rhythm, purchaseDays, since }
  return [sentence(isLate ? 'rhythm-late' : 'rhythm', values, all)]
}

/** Says how much was bought. */
export function tellSpend({ counts, netMinor, all }: PurchaseHabits): readonly PortraitSentence[] {
  const { orderCount } = counts
  if (orderCount === 0) return [sentence('no-orders')]
  return [sentence('spend', { orderCount, netMinor, perOrderMinor: Math.round(netMinor / orderCount) }, all)]
}

/** Says between which prices the middle half of what was bought lies, per piece and before refunds. */
export function tellPrices(habits: PurchaseHabits): readonly PortraitSentence[] {
  const tooFew = sayTooFew(habits)
  if (tooFew) return [tooFew]
  const { linesByPrice } = habits.counts
  const lineCount = [...linesByPrice.values()].reduce((sum, lines) => sum + lines, 0)
  if (lineCount < rules.orders)
    return [sentence('prices-too-few', { lineCount, least: rules.orders }, habits.all)]
  const [, lowerMinor, medianMinor, upperMinor] = summarizePrices(linesByPrice)
  return [sentence('prices', { lineCount, lowerMinor, medianMinor, upperMinor }, habits.priced)]
}

/** Says where it was bought, by platform and shop as the files say it. */
export function tellPlaces({ places, counts: { orderCount } }: PurchaseHabits): readonly PortraitSentence[] {
  return places.listTop(rules.named).map(([place, evidence]) => {
    const [platform = '', shop = ''] = place.split('\n')
    const { count } = evidence
    const code = platform === '' && shop === '' ? 'place-unknown' : 'place'
    return sentence(code, { platform, shop, count, orderCount, shareRate: count / orderCount }, evidence)
  })
}

/** Says how many orders something came back from. */
export function tellReturns({
  returned,
  refundedMinor,
  counts: { orderCount },
}: PurchaseHabits): readonly PortraitSentence[] {
  if (returned.count === 0) return []
  return [sentence('returns', { count: returned.count, orderCount, refundedMinor }, returned)]
}
