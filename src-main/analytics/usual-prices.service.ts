import { getRevision } from '#main/changes/revision.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import { getArchiveSettings } from '#main/settings/setting.service.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { minorPerMajor } from '#shared/domain/currency.ts'
import { sensitivityRules } from '#shared/domain/price-sensitivity.ts'
import { iteratePricesOfProducts } from './portrait.queries.ts'
import { findUsualPrices } from './sensitivity/discounts.ts'

type Days = { readonly fromOn: CalendarDate | null; readonly asOf: CalendarDate }

/** Keeps the usual prices of the products that were asked for: those of one customer are read without all the lines of the shop. */
export class UsualPrices {
  private readonly db: ReadableDb
  private key = ''
  private readonly prices = new Map<number, number>()

  constructor(db: ReadableDb) {
    this.db = db
  }

  /**
   * Gives the usual price of a piece of each product, by its key: the same as in the analysis of discounts. Units: minor units.
   *
   * Empty: NaN for a product with too few lines. Cost: about 4 µs a line of the products that were not asked for before.
   */
  of(productIds: readonly number[], days: Days): ReadonlyMap<number, number> {
    const key = JSON.stringify([days, getRevision(this.db)])
    if (key !== this.key) this.prices.clear()
    this.key = key
    const missing = [...new Set(productIds)].filter(productId => !this.prices.has(productId))
    if (missing.length > 0) this.read(missing, days)
    return this.prices
  }

  private read(productIds: readonly number[], days: Days): void {
    const placeOf = new Map(productIds.map((productId, place) => [productId, place]))
    const rows = [...iteratePricesOfProducts(this.db, productIds, days)]
    const minorPerMicro = minorPerMajor(getArchiveSettings(this.db).currency) / 1_000_000
    const none = new Int32Array(rows.length)
    const usual = findUsualPrices(
      {
        ...{ order: none, customer: none, category: none },
        product: Int32Array.from(rows, ([productId]) => placeOf.get(productId) ?? -1),
        quantity: Float64Array.from(rows, ([, quantity]) => quantity),
        listedMinor: Float64Array.from(rows, ([, , micro]) =>
          micro === null ? Number.NaN : micro * minorPerMicro,
        ),
        paidMinor: Float64Array.from(rows, ([, , , paid]) => paid),
      },
      productIds.length,
      sensitivityRules.usualPriceLines,
    )
    productIds.forEach((productId, place) => {
      this.prices.set(productId, usual[place] ?? Number.NaN)
    })
  }
}
