import { getArchiveNumbers } from '#main/customers/archive-number.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import { toDayNumber } from '#shared/domain/calendar-date.ts'
import { fixedKeys } from '#shared/domain/composition.ts'
import type { TierAnalysis, TierRequest } from '#shared/domain/tiers.ts'
import { columnsAsOf } from './columns-as-of.ts'
import { ageBandsOn, firstBirthDay, namesOfAgeBands } from './composition/age-bands.ts'
import { indexWords } from './composition/composition-rows.ts'
import { iterateCustomerTraits } from './composition.queries.ts'
import { countLinesOf } from './counted-lines.service.ts'
import type { KeptColumns } from './kept-columns.service.ts'
import { getProductCategories } from './line.queries.ts'
import { placesByKey } from './lines/lines-of-orders.ts'
import { addOpeningBalances } from './rfm/opening-balances.ts'
import type { RfmInput } from './rfm/rfm-columns.ts'
import { measureCustomers, purchasesAsOf } from './rfm/rfm-metrics.ts'
import { type CategoryOrders, listCategoryOrders, preferCategories } from './tiers/preferred-category.ts'
import { levelCustomers, tierLevels } from './tiers/tier-levels.ts'

/** The tiers in the order of their rows, and what each customer is in and why. */
type Tiers = {
  readonly names: readonly string[]
  readonly limits: TierAnalysis['limits']
  readonly memberOf: (index: number) => {
    readonly tier: string
    readonly value: number | null
    readonly ofOrders: number | null
  }
}

/**
 * Puts all customers into the tiers of a standard.
 *
 * Shape: members in the order of the customers. Opening balances that lie within the period count in levels and sums, never in
 * categories.
 * Empty: without customers the tiers are 0.
 * Cost: categories look at every order line of the period once.
 */
export function listTiers(db: ReadableDb, kept: KeptColumns, request: TierRequest): TierAnalysis {
  const { asOf, fromOn, standard } = request
  const asOfDay = toDayNumber(asOf)
  const window = { asOfDay, fromDay: fromOn === null ? null : toDayNumber(fromOn) }
  const columns = columnsAsOf(kept.get(), asOfDay)
  const purchases = purchasesAsOf(columns.purchases, columns.refunds, asOfDay)
  const fromOrders = measureCustomers(purchases, columns.customerIds, window)
  const { input, uses } = addOpeningBalances(fromOrders, columns.balances, window)
  const tiers = tiersOf(db, kept, input, request)
  const numbers = getArchiveNumbers(db, Array.from(columns.customerIds))
  const members = Array.from(columns.customerIds, (customerId, index) => ({
    ...{ customerId, archiveNumber: numbers.get(customerId) ?? '' },
    ...tiers.memberOf(index),
  }))
  const sums = new Map(tiers.names.map(tier => [tier, { customers: 0, netMinor: 0 }]))
  members.forEach(({ tier }, index) => {
    const sum = sums.get(tier)
    if (!sum) throw new RangeError('a tier is none of the standard')
    sum.customers += 1
    sum.netMinor += input.spendMinor[index] ?? 0
  })
  return {
    ...request,
    revision: kept.getRevision(),
    customers: members.length,
    limits: tiers.limits,
    isOfToday: standard.kind !== 'level',
    balancesLeftOut: uses.filter(use => use !== 'included').length,
    tiers: [...sums].map(([tier, { customers, netMinor }]) => ({
      ...{ tier, customers, netMinor, share: members.length > 0 ? customers / members.length : 0 },
    })),
    members,
  }
}

function tiersOf(db: ReadableDb, kept: KeptColumns, input: RfmInput, request: TierRequest): Tiers {
  const { standard } = request
  if (standard.kind === 'category') return categoryTiers(db, kept, input, request, standard.leastOrders)
  if (standard.kind === 'age-gender') return ageTiers(db, input, request, standard.ages)
  const { tierOf, values, limits } = levelCustomers(input, standard.measure, standard.limits)
  return {
    ...{ names: tierLevels, limits },
    memberOf: index => {
      const value = values[index] ?? Number.NaN
      const orders = input.orderCount[index] ?? 0
      const hasBought = !Number.isNaN(value)
      return {
        tier: tierLevels[tierOf[index] ?? 3] ?? 'none',
        ...(hasBought ? { value, ofOrders: orders } : { value: null, ofOrders: null }),
      }
    },
  }
}

function categoryTiers(
  db: ReadableDb,
  kept: KeptColumns,
  { customerIds }: RfmInput,
  request: TierRequest,
  leastOrders: number,
): Tiers {
  const orders = readCategoryOrders(db, kept, customerIds, request)
  const preferences = preferCategories(orders, leastOrders)
  const { keys } = indexWords(preferences.map(one => (one.kind === 'category' ? one.category : null)))
  return {
    names: [...keys.map(key => `category:${key}`), 'mixed', 'too-few', 'none'],
    limits: null,
    memberOf: index => {
      const preference = preferences[index] ?? { kind: 'none' as const }
      return {
        tier: preference.kind === 'category' ? `category:${preference.category}` : preference.kind,
        value: 'orders' in preference ? preference.orders : null,
        ofOrders: orders.orderCount[index] ?? null,
      }
    },
  }
}

function readCategoryOrders(
  db: ReadableDb,
  kept: KeptColumns,
  wanted: ArrayLike<number>,
  { fromOn, asOf }: TierRequest,
): CategoryOrders {
  const { starts, lineAt, lines, purchases, customerIds } = countLinesOf(db, kept, fromOn, asOf)
  const { categories, categoryOf } = numberCategories(db)
  const places = placesByKey(Int32Array.from(wanted))
  return listCategoryOrders({
    ...{ starts, categories, customerCount: wanted.length },
    customerAt: order => places[customerIds[purchases.customerIndex[order] ?? -1] ?? 0] ?? -1,
    categoryAt: at => categoryOf[lines.productId[lineAt[at] ?? 0] ?? 0] ?? -1,
  })
}

/** The categories by name, and the place of the category of each product, by its key: -1 for none. */
function numberCategories(db: ReadableDb): {
  readonly categories: readonly string[]
  readonly categoryOf: Int32Array
} {
  const named = getProductCategories(db)
  const { keys, classOf } = indexWords([...named.values()])
  const productIds = Int32Array.from(named.keys())
  const categoryOf = new Int32Array(productIds.reduce((most, id) => Math.max(most, id), 0) + 1).fill(-1)
  productIds.forEach((productId, at) => {
    categoryOf[productId] = classOf[at] ?? -1
  })
  return { categories: keys, categoryOf }
}

function ageTiers(
  db: ReadableDb,
  { customerIds }: RfmInput,
  { asOf }: TierRequest,
  ages: readonly number[],
): Tiers {
  const traits = new Map(
    Array.from(iterateCustomerTraits(db), ([customerId, , gender, birthOn]) => [
      customerId,
      { gender, birthOn },
    ]),
  )
  const bands = namesOfAgeBands(ages)
  const bandOf = ageBandsOn(
    Int32Array.from(customerIds, id => firstBirthDay(traits.get(id)?.birthOn ?? null)),
    asOf,
    ages,
  )
  const genders = [...fixedKeys.gender, 'unknown'] as const
  return {
    names: genders.flatMap(gender => [...bands, 'unknown'].map(band => `${gender}/${band}`)),
    limits: null,
    memberOf: index => {
      const gender = traits.get(customerIds[index] ?? 0)?.gender ?? 'unknown'
      const band = bands[bandOf[index] ?? -1] ?? 'unknown'
      return { tier: `${gender}/${band}`, value: null, ofOrders: null }
    },
  }
}
