import type { ReadableDb } from '#main/database/db.ts'
import { toDayNumber } from '#shared/domain/calendar-date.ts'
import { contributionPresets } from '#shared/domain/contribution.ts'
import {
  type Portrait,
  type PortraitRequest,
  type PortraitSection,
  type PortraitSentence,
  portraitRules,
  portraitSections,
} from '#shared/domain/portrait.ts'
import { getProductNames } from './basket.queries.ts'
import { type ContributionAnalyst, contributionOf } from './contribution.service.ts'
import type { NextProductFinder } from './next-product.service.ts'
import { OrderEvidence } from './portrait/evidence-rows.ts'
import {
  tellPlaces,
  tellPrices,
  tellReturns,
  tellRhythm,
  tellSpend,
  tellWhat,
  tellWhen,
} from './portrait/habit-sentences.ts'
import { tellNextProducts } from './portrait/next-step-sentences.ts'
import type { PortraitParts } from './portrait/portrait-parts.ts'
import type { PurchaseHabits } from './portrait/purchase-habits.ts'
import { sentence } from './portrait/sentence.ts'
import { listCancellations, type PortraitLine } from './portrait.queries.ts'
import { tellFile } from './portrait-file.service.ts'
import { type PortraitDays, readHabits } from './portrait-habits.service.ts'
import { tellMembers } from './portrait-members.service.ts'
import { tellDiscounts } from './portrait-price.service.ts'
import {
  type AnalysisResult,
  explainCustomer,
  indexOfCustomer,
  type RfmAnalyst,
} from './rfm-analysis.service.ts'
import { UsualPrices } from './usual-prices.service.ts'

/** Says of a section in which nothing is known that it is so. */
const silent: Readonly<Record<PortraitSection, string>> = {
  ...{ who: 'who-none', what: 'no-orders', when: 'no-orders', 'how-much': 'no-orders', price: 'no-orders' },
  ...{ media: 'media-none', service: 'service-none', psychology: 'psychology-none' },
  'next-step': 'next-step-none',
}

/** Makes portraits for one reader thread, from the scores, orders and files that it reads. */
export class Portraits {
  private readonly db: ReadableDb
  private readonly analyst: RfmAnalyst
  private readonly contribution: ContributionAnalyst
  private readonly nextProducts: NextProductFinder
  private readonly usualPrices: UsualPrices

  constructor(
    db: ReadableDb,
    analyst: RfmAnalyst,
    contribution: ContributionAnalyst,
    nextProducts: NextProductFinder,
  ) {
    this.nextProducts = nextProducts
    this.db = db
    this.analyst = analyst
    this.contribution = contribution
    this.usualPrices = new UsualPrices(db)
  }

  /**
   * Makes the portrait of a customer or of those behind a mark of the segments page.
   *
   * Errors: not-found for a customer who does not exist or is in the bin; rule-invalid for an unknown rule set.
   * Cost: once the scores of the day are known, a customer's orders and the lines of the products in them; a few ms.
   */
  paint(request: PortraitRequest): Portrait {
    const result = this.analyst.analyse(request.analysis)
    const { fromOn, revision, ruleSet } = result.summary
    const { of } = request
    const parts =
      of.kind === 'customer'
        ? this.paintCustomer(of.customerId, result)
        : tellMembers(this.db, result, of.selector)
    const { habits, told } = parts
    const { count: orderCount, firstOn, lastOn } = habits.all.tell()
    return {
      ...{ ...request, ordersFromOn: fromOn, revision, ruleVersion: ruleSet.version, rules: portraitRules },
      ...{ customerCount: parts.customerCount, refusedCount: parts.refusedCount },
      ...{ orderCount, firstOn, lastOn, isTooFew: orderCount < portraitRules.orders },
      sections: portraitSections.map(section => ({
        section,
        sentences: told[section].length > 0 ? [...told[section]] : [sentence(silent[section])],
      })),
    }
  }

  private paintCustomer(customerId: number, result: AnalysisResult): PortraitParts {
    const { db } = this
    const { fromOn, asOf } = result.summary
    const days = { fromOn, asOf }
    const lines: PortraitLine[] = []
    const file = tellFile(db, customerId, asOf)
    const habits = readHabits(db, customerId, days, line => lines.push(line))
    const names = getProductNames(
      db,
      habits.products.listTop(portraitRules.named).map(([productId]) => productId),
    )
    const told = {
      who: [...tellFirst(habits), ...(file.who ?? [])],
      what: [...tellWhat(habits, productId => names.get(productId) ?? ''), ...(file.what ?? [])],
      when: [...tellWhen(habits), ...tellRhythm(habits, toDayNumber(asOf))],
      'how-much': [
        ...tellSpend(habits),
        ...tellCancellations(db, customerId, days),
        ...(file['how-much'] ?? []),
        ...this.tellScores(customerId, habits, result),
      ],
      price: [...tellPrices(habits), ...tellDiscounts(db, this.usualPrices, lines, days)],
      media: [...tellPlaces(habits), ...(file.media ?? [])],
      service: [...(file.service ?? []), ...tellReturns(habits)],
      psychology: file.psychology ?? [],
      'next-step': [
        ...(file['next-step'] ?? []),
        ...tellNextProducts(this.nextProducts.find({ customerId, ...days })),
      ],
    }
    const isRefused = (file.service ?? []).some(({ code }) => code === 'refused')
    return { habits, customerCount: 1, refusedCount: isRefused ? 1 : 0, told }
  }

  /** The segment by its scores, and the group by contribution, of whoever was known on the day and bought. */
  private tellScores(
    customerId: number,
    { all }: PurchaseHabits,
    result: AnalysisResult,
  ): PortraitSentence[] {
    const { asOf } = result.summary
    if (indexOfCustomer(result.columns.customerIds, customerId) < 0) return []
    const { segment, recencyDays, orderCount, spendMinor } = explainCustomer(result, customerId)
    const scores = { r: recencyDays?.score ?? 0, f: orderCount?.score ?? 0, m: spendMinor?.score ?? 0 }
    const contribution = this.contribution.analyse({ asOf, rules: contributionPresets['as-printed'] })
    const place = indexOfCustomer(contribution.columns.customerIds, customerId)
    const { group, recentMinor, baseMinor, scoreMinor } = contributionOf(contribution, place)
    return [
      ...(orderCount === null
        ? []
        : [
            sentence(
              'segment',
              { segmentCode: segment.code, segmentName: segment.name ?? '', ...scores },
              all,
            ),
          ]),
      ...(group === 'unassigned'
        ? []
        : [sentence('contribution', { group, recentMinor, baseMinor, scoreMinor }, all)]),
    ]
  }
}

function tellFirst({ all }: PurchaseHabits): PortraitSentence[] {
  const evidence = all.tell()
  return evidence.firstOn === null ? [] : [sentence('first-order', { day: evidence.firstOn }, evidence)]
}

function tellCancellations(db: ReadableDb, customerId: number, days: PortraitDays): PortraitSentence[] {
  const rows = listCancellations(db, customerId, days)
  if (rows.length === 0) return []
  const evidence = new OrderEvidence()
  for (const [orderId, orderedOn] of rows) evidence.add(orderId, orderedOn)
  const netMinor = rows.reduce((sum, [, , minor]) => sum + minor, 0)
  return [sentence('cancellations', { count: rows.length, netMinor }, evidence)]
}
