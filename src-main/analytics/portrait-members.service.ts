import type { ReadableDb } from '#main/database/db.ts'
import { countServiceNotes } from '#main/entries/entry.service.ts'
import { listFields } from '#main/fields/field.service.ts'
import { getCustomersByChoice } from '#main/fields/field-value.service.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { usualAges } from '#shared/domain/composition.ts'
import { type PortraitSentence, portraitRules } from '#shared/domain/portrait.ts'
import type { MemberSelector } from '#shared/domain/rfm-analysis.ts'
import { getProductNames } from './basket.queries.ts'
import { ageBandsOn, firstBirthDay, namesOfAgeBands } from './composition/age-bands.ts'
import { type CustomerTraits, iterateCustomerTraits } from './composition.queries.ts'
import {
  tellPlaces,
  tellPrices,
  tellReturns,
  tellSpend,
  tellWhat,
  tellWhen,
} from './portrait/habit-sentences.ts'
import { evidenceOfCustomers, tellShares } from './portrait/member-shares.ts'
import type { PortraitParts } from './portrait/portrait-parts.ts'
import { sentence } from './portrait/sentence.ts'
import { readHabitsOfMany } from './portrait-habits.service.ts'
import type { AnalysisResult } from './rfm-analysis.service.ts'
import { listMemberIndexes } from './segment-members.service.ts'

/** The fields of choices that a portrait of many counts, by section. */
const countedFields = { media: ['purchase-channels', 'media-touch'], psychology: ['psychology'] } as const

/**
 * Tells of those behind a mark of the segments page the same sections as of one customer, in counts and shares.
 *
 * Empty: nobody there gives only sentences that say so.
 * Cost: one pass over all customers and the orders of the members.
 */
export function tellMembers(db: ReadableDb, result: AnalysisResult, selector: MemberSelector): PortraitParts {
  const { fromOn, asOf } = result.summary
  const { customerIds, isContactRefused } = result.columns
  const indexes = listMemberIndexes(db, result, selector, { column: 'spendMinor', isDescending: true })
  const members = indexes.map(index => customerIds[index] ?? 0)
  const refused = indexes.flatMap(index => (isContactRefused[index] === 1 ? [customerIds[index] ?? 0] : []))
  const habits = readHabitsOfMany(db, members, { fromOn, asOf })
  const top = habits.products.listTop(portraitRules.named).map(([productId]) => productId)
  const names = getProductNames(db, top)
  const choices = (codes: readonly string[]) => tellChoices(db, codes, members)
  const told = {
    who: [
      ...(members.length === 0
        ? []
        : [sentence('members', { count: members.length }, evidenceOfCustomers(members))]),
      ...tellTraits(db, members, asOf),
    ],
    what: tellWhat(habits, productId => names.get(productId) ?? ''),
    when: tellWhen(habits),
    'how-much': [...tellSpend(habits), ...tellShareOfSpend(result, indexes, members)],
    price: tellPrices(habits),
    media: [...tellPlaces(habits), ...choices(countedFields.media)],
    service: [
      ...(refused.length === 0
        ? []
        : [sentence('refused-count', { count: refused.length }, evidenceOfCustomers(refused))]),
      ...tellNoted(db, members, asOf),
      ...tellReturns(habits),
    ],
    psychology: choices(countedFields.psychology),
    'next-step': tellReachable(members, refused),
  }
  return { habits, customerCount: members.length, refusedCount: refused.length, told }
}

function tellTraits(db: ReadableDb, members: readonly number[], asOf: CalendarDate): PortraitSentence[] {
  const wanted = new Set(members)
  const traits: CustomerTraits[] = []
  for (const row of iterateCustomerTraits(db)) if (wanted.has(row[0])) traits.push(row)
  const bands = namesOfAgeBands(usualAges)
  const bandOf = ageBandsOn(
    traits.map(([, , , birthOn]) => firstBirthDay(birthOn)),
    asOf,
    usualAges,
  )
  const list = (wordOf: (row: CustomerTraits, place: number) => string | null | undefined) =>
    traits.flatMap((row, place): [string, number][] => {
      const word = wordOf(row, place)
      return word ? [[word, row[0]]] : []
    })
  return [
    ...tellShares(
      'gender-share',
      'gender',
      list(([, , gender]) => gender),
    ),
    ...tellShares(
      'age-share',
      'band',
      list((_row, place) => bands[bandOf[place] ?? -1]),
    ),
    ...tellShares(
      'region-share',
      'text',
      list(row => row[5]),
    ),
  ]
}

function tellShareOfSpend(
  { input }: AnalysisResult,
  indexes: readonly number[],
  members: readonly number[],
): PortraitSentence[] {
  const all = input.spendMinor.reduce((sum, minor) => sum + minor, 0)
  const spendMinor = indexes.reduce((sum, index) => sum + (input.spendMinor[index] ?? 0), 0)
  if (all <= 0 || members.length === 0) return []
  const values = { spendMinor, shareRate: spendMinor / all, count: members.length }
  return [sentence('spend-share', values, evidenceOfCustomers(members))]
}

function tellNoted(db: ReadableDb, members: readonly number[], asOf: CalendarDate): PortraitSentence[] {
  const notes = countServiceNotes(db, asOf)
  const noted = members.filter(customerId => notes.has(customerId))
  if (noted.length === 0) return []
  const noteCount = noted.reduce((sum, customerId) => sum + (notes.get(customerId) ?? 0), 0)
  return [sentence('noted-count', { count: noted.length, noteCount }, evidenceOfCustomers(noted))]
}

function tellReachable(members: readonly number[], refused: readonly number[]): PortraitSentence[] {
  if (members.length === 0) return []
  const without = new Set(refused)
  const reachable = members.filter(customerId => !without.has(customerId))
  const values = { count: reachable.length, refusedCount: refused.length }
  return [sentence('reachable', values, evidenceOfCustomers(reachable))]
}

/** The choices that were typed most often, of those who have any. */
function tellChoices(
  db: ReadableDb,
  codes: readonly string[],
  members: readonly number[],
): PortraitSentence[] {
  const wanted = new Set(members)
  const fields = listFields(db)
    .filter(({ isOn }) => isOn)
    .flatMap(group => group.fields)
  return codes.flatMap(code => {
    const field = fields.find(one => one.code === code)
    if (!field) return []
    const named = [...getCustomersByChoice(db, field.fieldId)].flatMap(([optionId, customers]) =>
      customers.flatMap((customerId): [string, number][] =>
        wanted.has(customerId) ? [[String(optionId), customerId]] : [],
      ),
    )
    return tellShares('field-share', 'option', named).map(told => ({
      ...told,
      field: {
        ...{ code: field.code, name: field.name, text: null },
        options: field.options
          .filter(({ optionId }) => String(optionId) === told.values.option)
          .map(option => ({ code: option.code, name: option.name })),
      },
    }))
  })
}
