import { getCustomerIdsByName } from '#main/customers/customer.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import type { MemberSelector, RfmRequest, SegmentMember } from '#shared/domain/rfm-analysis.ts'
import { savedRuleSet } from '#shared/domain/segment-rule.ts'
import { getMemberRows } from './member-rows.service.ts'
import { listBuyersOfMonth } from './monthly/new-and-returning.ts'
import { noOrderDay } from './rfm/rfm-columns.ts'
import { type AnalysisResult, lastOnOf, type RfmAnalyst } from './rfm-analysis.service.ts'
import { listSegments } from './segmentation/segment-customers.ts'

/** By what a list of members can be ordered. */
export type MemberSort = {
  readonly column: 'name' | 'recencyDays' | 'orderCount' | 'spendMinor'
  readonly isDescending: boolean
}

/**
 * Lists the customers behind a mark of a chart, as places in the result's columns, in the wanted order.
 *
 * Shape: each customer once. Customers whose last purchase is not known come last when ordered by it.
 * Empty: an unknown segment or month gives none.
 */
export function listMemberIndexes(
  db: ReadableDb,
  result: AnalysisResult,
  selector: MemberSelector,
  sort: MemberSort,
): number[] {
  const members = selectMembers(result, selector)
  if (sort.column === 'name') return sortByName(db, result.columns.customerIds, members, sort.isDescending)
  const value = measureOf(result, sort.column)
  const sign = sort.isDescending ? -1 : 1
  return members.sort((a, b) => {
    const one = value(a)
    const other = value(b)
    if (one === null || other === null) return one === other ? a - b : one === null ? 1 : -1
    return one === other ? a - b : sign * (one - other)
  })
}

/** Reads members with the figures that led to their scores, in the given order; those deleted since are missing. */
export function getMembers(
  db: ReadableDb,
  result: AnalysisResult,
  indexes: readonly number[],
): SegmentMember[] {
  return getMemberRows(db, result.columns.customerIds, indexes, index => scoresOf(result, index))
}

/** The figures and scores of one place, without reading the archive. */
export function scoresOf(result: AnalysisResult, index: number) {
  const { input, scores, segmentOf, summary, window } = result
  const lastDay = input.lastOrderDay[index] ?? noOrderDay
  const score = (column: Uint8Array) => column[index] || null
  return {
    segmentCode: listSegments(summary.ruleSet)[segmentOf[index] ?? 0]?.code ?? '',
    lastOn: lastOnOf(result, index),
    recencyDays: lastDay === noOrderDay ? null : window.asOfDay - lastDay,
    orderCount: input.orderCount[index] ?? 0,
    spendMinor: input.spendMinor[index] ?? 0,
    r: score(scores.r),
    f: score(scores.f),
    m: score(scores.m),
  }
}

/**
 * Makes the function that lists the customers of some segments of a rule set, scored over all time, or of saved segments.
 *
 * Errors: rule-invalid for an unknown rule set; not-found for a saved segment that was removed.
 * Empty: an unknown segment has nobody.
 */
export function segmentMembersOf(analyst: RfmAnalyst) {
  return (asked: Pick<RfmRequest, 'asOf' | 'ruleSetCode'> & { readonly segmentCodes: readonly string[] }) => {
    const { asOf, ruleSetCode, segmentCodes } = asked
    if (ruleSetCode === savedRuleSet)
      return segmentCodes.flatMap(code => [...analyst.listSaved(Number(code), asOf)])
    const { summary, segmentOf, columns } = analyst.analyse({ asOf, period: { kind: 'all' }, ruleSetCode })
    const isWanted = listSegments(summary.ruleSet).map(({ code }) => segmentCodes.includes(code))
    const places = placesWhere(segmentOf, index => isWanted[segmentOf[index] ?? 0] === true)
    return places.map(index => columns.customerIds[index] ?? 0)
  }
}

/** Lists the customers behind a mark of a chart of scores. Empty: an unknown segment or month gives none. */
export function listSelectedCustomers(result: AnalysisResult, selector: MemberSelector): number[] {
  return selectMembers(result, selector).map(index => result.columns.customerIds[index] ?? 0)
}

function selectMembers(result: AnalysisResult, selector: MemberSelector): number[] {
  const { scores, segmentOf, columns, window, summary } = result
  switch (selector.kind) {
    case 'all':
      return placesWhere(segmentOf, () => true)
    case 'saved': {
      const members = new Set(result.savedMembers(selector.segmentId))
      return placesWhere(segmentOf, index => members.has(columns.customerIds[index] ?? 0))
    }
    case 'segment': {
      const wanted = listSegments(summary.ruleSet).findIndex(segment => segment.code === selector.code)
      return placesWhere(segmentOf, index => segmentOf[index] === wanted)
    }
    case 'cell':
      return placesWhere(segmentOf, index => scores.r[index] === selector.r && scores.f[index] === selector.f)
    case 'month':
      return listBuyersOfMonth(
        columns.purchases,
        columns.customerIds.length,
        window,
        selector.month,
        selector.group,
      )
  }
}

/** Lists the places of a column that are wanted. */
export function placesWhere(column: Uint8Array, isWanted: (index: number) => boolean): number[] {
  const places: number[] = []
  for (let index = 0; index < column.length; index++) if (isWanted(index)) places.push(index)
  return places
}

function measureOf(result: AnalysisResult, column: 'recencyDays' | 'orderCount' | 'spendMinor') {
  const { input, window } = result
  return (index: number): number | null => {
    if (column === 'orderCount') return input.orderCount[index] ?? 0
    if (column === 'spendMinor') return input.spendMinor[index] ?? 0
    const day = input.lastOrderDay[index] ?? noOrderDay
    return day === noOrderDay ? null : window.asOfDay - day
  }
}

/** Orders places in the columns by the pinyin of the customers' names. */
export function sortByName(
  db: ReadableDb,
  customerIds: Int32Array,
  members: readonly number[],
  isDescending: boolean,
): number[] {
  const order = new Map(getCustomerIdsByName(db).map((id, place) => [id, place]))
  const placeOf = (index: number) => order.get(customerIds[index] ?? 0) ?? 0
  return members.toSorted((a, b) => (isDescending ? placeOf(b) - placeOf(a) : placeOf(a) - placeOf(b)))
}
