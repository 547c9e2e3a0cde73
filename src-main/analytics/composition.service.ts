import type { ReadableDb } from '#main/database/db.ts'
import { getArchiveSettings } from '#main/settings/setting.service.ts'
import { addDays, type CalendarDate, daysBetween, toDayNumber } from '#shared/domain/calendar-date.ts'
import {
  type Composition,
  type CompositionPart,
  type CompositionRequest,
  compositionParts,
  fixedKeys,
  partsOfToday,
} from '#shared/domain/composition.ts'
import { minorPerMajor } from '#shared/domain/currency.ts'
import type { RfmRuleSet } from '#shared/domain/rfm-analysis.ts'
import { scoreArchive } from './archive-scores.ts'
import { ageBandsOn, firstBirthDay, namesOfAgeBands } from './composition/age-bands.ts'
import { compare, composeRows, indexWords } from './composition/composition-rows.ts'
import { iterateCustomerTraits, listCardsBeforeChange } from './composition.queries.ts'
import type { KeptColumns } from './kept-columns.service.ts'
import { addOpeningBalances } from './rfm/opening-balances.ts'
import { measureCustomers } from './rfm/rfm-metrics.ts'
import { getRuleSet } from './rule-set.service.ts'
import { assignSegments, listSegments } from './segmentation/segment-customers.ts'

/** The customers at the end of a period, by every part, with their sales of the period. */
type PeriodCustomers = {
  readonly customerIds: Int32Array
  readonly classOf: Readonly<Record<CompositionPart, ArrayLike<number>>>
  readonly spendMinor: Float64Array
  readonly unassignedMinor: number
  readonly balancesLeftOut: number
}

type Period = { readonly fromOn: CalendarDate | null; readonly asOf: CalendarDate }

/**
 * Tells of whom the customers consist, what they bought in a period, and how both changed since the period of the same length before.
 *
 * Empty: without customers every row is 0.
 * Errors: rule-invalid for an unknown rule set.
 * Cost: reads every customer once, and takes the scores of both days.
 */
export function composeCustomers(
  db: ReadableDb,
  kept: KeptColumns,
  request: CompositionRequest,
): Composition {
  const { fromOn, asOf } = request
  const ruleSet = getRuleSet(db, request.ruleSetCode)
  const traits = readTraits(db)
  const keys = keysOf(traits, ruleSet, request)
  const customersOf = (period: Period) => customersOfPeriod(db, kept, { period, request, ruleSet, traits })
  const earlier = periodBefore(fromOn, asOf)
  const now = customersOf({ fromOn, asOf })
  const before = earlier && customersOf(earlier)
  const [count, countBefore] = [now.spendMinor.length, before ? before.spendMinor.length : null]
  const [net, netBefore] = [sum(now.spendMinor), before ? sum(before.spendMinor) : null]
  const tableOf = (part: CompositionPart) => ({
    ...{ part, isOfToday: partsOfToday.includes(part) },
    rows: composeRows(
      keys[part],
      { classOf: now.classOf[part], spendMinor: now.spendMinor },
      before && { classOf: before.classOf[part], spendMinor: before.spendMinor },
    ),
  })
  return {
    ...request,
    ruleVersion: ruleSet.version,
    revision: kept.getRevision(),
    before: earlier,
    customers: compare(count, count, countBefore),
    netMinor: compare(net, net, netBefore),
    unassignedMinor: now.unassignedMinor,
    balancesLeftOut: now.balancesLeftOut,
    tables: compositionParts.map(tableOf),
  }
}

/**
 * Lists the customers of a row of the composition; `key` null: those of whom it is not known.
 *
 * Empty: nobody for a key that no row has.
 */
export function listCustomersOfRow(
  db: ReadableDb,
  kept: KeptColumns,
  request: CompositionRequest,
  { part, key }: { readonly part: CompositionPart; readonly key: string | null },
): number[] {
  const ruleSet = getRuleSet(db, request.ruleSetCode)
  const traits = readTraits(db)
  const { fromOn, asOf } = request
  const customers = customersOfPeriod(db, kept, { period: { fromOn, asOf }, request, ruleSet, traits })
  const wanted = key === null ? -1 : keysOf(traits, ruleSet, request)[part].indexOf(key)
  if (key !== null && wanted < 0) return []
  const classOf = customers.classOf[part]
  return Array.from(customers.customerIds).filter(
    (_id, index) => Math.max(-1, classOf[index] ?? -1) === wanted,
  )
}

function keysOf(
  traits: Traits,
  ruleSet: RfmRuleSet,
  { ages }: CompositionRequest,
): Readonly<Record<CompositionPart, readonly string[]>> {
  return {
    ...{ ...fixedKeys, region: traits.region.keys, source: traits.source.keys },
    ...{ segment: listSegments(ruleSet).map(({ code }) => code), ageBand: namesOfAgeBands(ages) },
  }
}

/** The days before a period, as many as it has. Empty: null before all time, and where the calendar begins. */
function periodBefore(fromOn: CalendarDate | null, asOf: CalendarDate) {
  if (fromOn === null || fromOn > asOf) return null
  const days = daysBetween(fromOn, asOf) + 1
  if (toDayNumber(fromOn) - days < toDayNumber('0001-01-01' as CalendarDate)) return null
  return { fromOn: addDays(fromOn, -days), asOf: addDays(fromOn, -1) }
}

type Traits = ReturnType<typeof readTraits>

function readTraits(db: ReadableDb) {
  const rows = [...iterateCustomerTraits(db)]
  return {
    placeOf: new Map(rows.map(([customerId], index) => [customerId, index])),
    cardType: Int32Array.from(rows, ([, cardType]) => fixedKeys.cardType.indexOf(cardType)),
    gender: Int32Array.from(rows, ([, , gender]) => (gender ? fixedKeys.gender.indexOf(gender) : -1)),
    birthDay: Int32Array.from(rows, ([, , , birthOn]) => firstBirthDay(birthOn)),
    source: indexWords(rows.map(([, , , , source]) => source)),
    region: indexWords(rows.map(([, , , , , province]) => province)),
  }
}

function customersOfPeriod(
  db: ReadableDb,
  kept: KeptColumns,
  asked: {
    readonly period: Period
    readonly request: CompositionRequest
    readonly ruleSet: RfmRuleSet
    readonly traits: Traits
  },
): PeriodCustomers {
  const { period, request, ruleSet, traits } = asked
  const { fromOn, asOf } = period
  const asOfDay = toDayNumber(asOf)
  const oneMajorUnit = minorPerMajor(getArchiveSettings(db).currency)
  const scored = scoreArchive(kept.get(), { asOfDay, fromDay: null }, ruleSet.cutPoints, oneMajorUnit)
  const { columns } = scored
  const window = { asOfDay, fromDay: fromOn === null ? null : toDayNumber(fromOn) }
  const bought = measureCustomers(columns.purchases, columns.customerIds, window)
  const { input, uses } = addOpeningBalances(bought, columns.balances, window)
  const places = Int32Array.from(columns.customerIds, customerId => traits.placeOf.get(customerId) ?? -1)
  const pick = (values: ArrayLike<number>) => places.map(place => values[place] ?? -1)
  const { netMinor, customerIndex, orderedOnDay } = columns.purchases
  const isUnassigned = (index: number) => {
    const day = orderedOnDay[index] ?? 0
    return (customerIndex[index] ?? -1) < 0 && day <= asOfDay && day >= (window.fromDay ?? day)
  }
  return {
    customerIds: columns.customerIds,
    classOf: {
      segment: assignSegments(scored.scores, ruleSet),
      cardType: pick(cardsOn(db, traits, asOf)),
      region: pick(traits.region.classOf),
      ageBand: ageBandsOn(pick(traits.birthDay), asOf, request.ages),
      gender: pick(traits.gender),
      source: pick(traits.source.classOf),
    },
    spendMinor: input.spendMinor,
    unassignedMinor: netMinor.reduce((total, minor, index) => total + (isUnassigned(index) ? minor : 0), 0),
    balancesLeftOut: uses.filter(use => use !== 'included').length,
  }
}

/** The cards as they were on a day: of what was changed later, what stood before the first change. */
function cardsOn(db: ReadableDb, { cardType, placeOf }: Traits, day: CalendarDate): Int32Array {
  const cards = cardType.slice()
  for (const [customerId, before] of listCardsBeforeChange(db, day)) {
    const place = placeOf.get(customerId)
    if (place !== undefined) cards[place] = fixedKeys.cardType.indexOf(before)
  }
  return cards
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0)
}
