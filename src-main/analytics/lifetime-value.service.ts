import { getArchiveNumbers } from '#main/customers/archive-number.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import { fromDayNumber, toDayNumber } from '#shared/domain/calendar-date.ts'
import {
  aliveChances,
  leastForValue,
  type ValueAnalysis,
  type ValueMember,
  type ValueRefusal,
  type ValueRequest,
} from '#shared/domain/lifetime-value.ts'
import { columnsAsOf } from './columns-as-of.ts'
import type { KeptColumns } from './kept-columns.service.ts'
import {
  type BgNbd,
  type BgNbdFit,
  chanceAlive,
  expectedPurchases,
  fitBgNbd,
} from './lifetime-value/bg-nbd.ts'
import { expectedSpend, fitGammaGamma, type GammaGamma } from './lifetime-value/gamma-gamma.ts'
import { checkHoldout } from './lifetime-value/holdout.ts'
import { countRepeatPurchases, type RepeatPurchases } from './lifetime-value/repeat-purchases.ts'
import { NewestValues } from './newest-values.ts'
import type { ArchiveColumns } from './purchase-columns.service.ts'
import { purchasesAsOf } from './rfm/rfm-metrics.ts'

/** Of a year of 365.25 days. */
const daysPerMonth = 30.4375

/** What is expected of every customer who bought, and of all together. */
export type ExpectedValue = { readonly analysis: ValueAnalysis; readonly members: ValueMember[] }

const keptResults = 2

/** Reckons for one reader thread; keeps the last results in memory. */
export class ValueAnalyst {
  private readonly db: ReadableDb
  private readonly kept: KeptColumns
  private readonly results = new NewestValues<string, ExpectedValue>(keptResults)

  constructor(db: ReadableDb, kept: KeptColumns) {
    this.db = db
    this.kept = kept
  }

  /** As `reckonValue`; the same request on the same data is reckoned once. */
  reckon(request: ValueRequest): ExpectedValue {
    const key = JSON.stringify([this.kept.getRevision(), request])
    const known = this.results.get(key)
    if (known) return known
    const result = reckonValue(this.db, this.kept, request)
    this.results.set(key, result)
    return result
  }
}

/**
 * Reckons how often customers will buy and what that is worth, from how often they bought so far.
 *
 * Shape: members in the order of the customers; customers with an opening balance are left out, since its days are not known.
 * Empty: too little to go by gives a refusal and no members.
 * Source: BG/NBD for the purchases, Gamma-Gamma for what each is worth (see `lifetime-value/`).
 */
export function reckonValue(db: ReadableDb, kept: KeptColumns, request: ValueRequest): ExpectedValue {
  const fitted = fitModels(kept, request)
  const { columns, buyers, isLeftOut, refusal } = fitted
  const base = {
    ...request,
    revision: kept.getRevision(),
    buyers: buyers.repeats.length,
    repeatBuyers: buyers.repeats.filter(repeats => repeats > 0).length,
    balancesLeftOut: isLeftOut.reduce((sum, one) => sum + one, 0),
  }
  if (refusal !== null)
    return {
      analysis: { ...base, refusal, timing: null, spend: null, chances: [], holdout: null },
      members: [],
    }
  const { timing, spendFit, spend } = fitted
  const members = listMembers(db, columns, buyers, { request, timing, spend })
  const sum = (value: (member: ValueMember) => number) =>
    members.reduce((total, member) => total + value(member), 0)
  return {
    analysis: {
      ...base,
      refusal: null,
      timing: {
        ...timing.model,
        logLikelihood: timing.logLikelihood,
        expectedPurchases: sum(member => member.expectedPurchases),
        expectedAlive: sum(member => member.chanceAlive),
      },
      spend: spend && {
        ...spend,
        logLikelihood: spendFit.logLikelihood,
        valueMinor: sum(member => member.valueMinor ?? 0),
      },
      chances: sumByChance(members),
      holdout: compareWithLastQuarter(columns, isLeftOut, buyers, {
        ...{ asOfDay: toDayNumber(request.asOf), near: timing.model },
      }),
    },
    members,
  }
}

/** Tells to which of the groups by chance a buyer belongs, by where it begins. */
export const chanceGroupOf = (chance: number): number => aliveChances.find(from => chance >= from) ?? 0

function sumByChance(members: readonly ValueMember[]): ValueAnalysis['chances'] {
  return aliveChances.map(fromChance => {
    const own = members.filter(({ chanceAlive }) => chanceGroupOf(chanceAlive) === fromChance)
    const sum = (figure: (member: ValueMember) => number) =>
      own.reduce((total, member) => total + figure(member), 0)
    return {
      ...{ fromChance, customers: own.length, expectedPurchases: sum(one => one.expectedPurchases) },
      valueMinor: members[0]?.valueMinor === null ? null : sum(one => one.valueMinor ?? 0),
    }
  })
}

/**
 * Calls `visit` with the figures of every buyer, without reading the archive; answers why nothing is said, or null.
 *
 * Shape: as the members of `reckonValue`, in their order.
 */
export function visitExpectations(
  kept: KeptColumns,
  request: ValueRequest,
  visit: (customerId: number, figures: ExpectedFigures) => void,
): ValueRefusal | null {
  const fitted = fitModels(kept, request)
  const { columns, buyers, refusal } = fitted
  if (refusal !== null) return refusal
  buyers.customerIndex.forEach((index, place) => {
    visit(columns.customerIds[index] ?? 0, figuresOf(buyers, place, { request, ...fitted }))
  })
  return null
}

type FittedModels = {
  readonly columns: ArchiveColumns
  readonly isLeftOut: Uint8Array
  readonly buyers: RepeatPurchases
} & (
  | { readonly refusal: ValueRefusal }
  | {
      readonly refusal: null
      readonly timing: BgNbdFit
      readonly spendFit: ReturnType<typeof fitGammaGamma>
      readonly spend: GammaGamma | null
    }
)

function fitModels(kept: KeptColumns, { asOf }: ValueRequest): FittedModels {
  const asOfDay = toDayNumber(asOf)
  const columns = columnsAsOf(kept.get(), asOfDay)
  const isLeftOut = new Uint8Array(columns.customerIds.length)
  for (const index of columns.balances.customerIndex) isLeftOut[index] = 1
  const buyers = countUntil(columns, isLeftOut, asOfDay)
  const base = { columns, isLeftOut, buyers }
  const tooLittle = refusalOf(buyers)
  if (tooLittle) return { ...base, refusal: tooLittle }
  const timing = fitBgNbd(buyers)
  if (!timing.isConverged) return { ...base, refusal: 'does-not-fit' }
  const spendFit = fitGammaGamma(buyers)
  const spend = spendFit.isConverged && spendFit.model.q > 1 ? spendFit.model : null
  return { ...base, refusal: null, timing, spendFit, spend }
}

function countUntil(columns: ArchiveColumns, isLeftOut: Uint8Array, asOfDay: number): RepeatPurchases {
  return countRepeatPurchases(purchasesAsOf(columns.purchases, columns.refunds, asOfDay), isLeftOut, asOfDay)
}

function refusalOf({ repeats, age }: RepeatPurchases): ValueRefusal | null {
  if (repeats.length < leastForValue.customers) return 'too-few-customers'
  if (repeats.filter(count => count > 0).length < leastForValue.repeatBuyers) return 'too-few-repeats'
  return longest(age) < leastForValue.days ? 'too-short' : null
}

const longest = (ages: Float64Array) => ages.reduce((most, age) => Math.max(most, age), 0)

type Models = {
  readonly request: ValueRequest
  readonly timing: BgNbdFit
  readonly spend: GammaGamma | null
}

/** What is expected of one buyer. */
export type ExpectedFigures = Omit<ValueMember, 'customerId' | 'archiveNumber'>

function listMembers(
  db: ReadableDb,
  { customerIds }: ArchiveColumns,
  buyers: RepeatPurchases,
  models: Models,
): ValueMember[] {
  const ids = Array.from(buyers.customerIndex, index => customerIds[index] ?? 0)
  const numbers = getArchiveNumbers(db, ids)
  return ids.map((customerId, place) => ({
    ...{ customerId, archiveNumber: numbers.get(customerId) ?? '' },
    ...figuresOf(buyers, place, models),
  }))
}

function figuresOf(
  buyers: RepeatPurchases,
  place: number,
  { request, timing: { model }, spend }: Models,
): ExpectedFigures {
  const buyer = {
    repeats: buyers.repeats[place] ?? 0,
    lastAge: buyers.lastAge[place] ?? 0,
    age: buyers.age[place] ?? 0,
  }
  const monthlyDiscount = (1 + request.yearlyDiscount) ** (1 / 12)
  let [expected, discounted] = [0, 0]
  for (let month = 1; month <= request.horizonMonths; month++) {
    const until = expectedPurchases(model, buyer, month * daysPerMonth)
    discounted += (until - expected) / monthlyDiscount ** month
    expected = until
  }
  const mean = spend && expectedSpend(spend, buyer.repeats, buyers.meanSpend[place] ?? 0)
  return {
    ...{ repeats: buyer.repeats, lastAgeDays: buyer.lastAge, ageDays: buyer.age },
    ...{ chanceAlive: chanceAlive(model, buyer), expectedPurchases: expected },
    meanSpendMinor: mean === null ? null : Math.round(mean),
    valueMinor: mean === null ? null : Math.round(mean * discounted),
  }
}

function compareWithLastQuarter(
  columns: ArchiveColumns,
  isLeftOut: Uint8Array,
  after: RepeatPurchases,
  { asOfDay, near }: { readonly asOfDay: number; readonly near: BgNbd },
): ValueAnalysis['holdout'] {
  const days = Math.floor(longest(after.age) / 4)
  const before = countUntil(columns, isLeftOut, asOfDay - days)
  if (days === 0 || refusalOf(before) !== null) return null
  const fit = fitBgNbd(before, near)
  if (!fit.isConverged) return null
  // Refunds of later days are taken off in neither count: the same orders stand in both.
  const now = countRepeatPurchases(
    purchasesAsOf(columns.purchases, columns.refunds, asOfDay - days),
    isLeftOut,
    asOfDay,
  )
  return {
    fromOn: fromDayNumber(asOfDay - days + 1),
    days,
    groups: checkHoldout(fit.model, before, now, days),
  }
}
