import type { ReadableDb } from '#main/database/db.ts'
import { fromDayNumber, toDayNumber } from '#shared/domain/calendar-date.ts'
import type { AnalysisMark, MarkFigure, MarkMember, MarkMemberSort } from '#shared/domain/mark-members.ts'
import { listCustomersOfClass, listLargestCustomers } from './abc.service.ts'
import { listBuyers } from './basket.service.ts'
import { listCohortMembers, listRepurchasers } from './cohort.service.ts'
import { columnsAsOf } from './columns-as-of.ts'
import { listCustomersOfRow } from './composition.service.ts'
import type { KeptColumns } from './kept-columns.service.ts'
import { chanceGroupOf, type ValueAnalyst } from './lifetime-value.service.ts'
import { getMemberRows } from './member-rows.service.ts'
import { listCustomersWhoOrderedAt } from './ordered-at.service.ts'
import { membersOfOwner } from './preference.service.ts'
import type { ArchiveColumns } from './purchase-columns.service.ts'
import { addOpeningBalances } from './rfm/opening-balances.ts'
import { noOrderDay, type RfmInput } from './rfm/rfm-columns.ts'
import { measureCustomers, purchasesAsOf } from './rfm/rfm-metrics.ts'
import { indexOfCustomer, type RfmAnalyst } from './rfm-analysis.service.ts'
import { listSelectedCustomers, sortByName } from './segment-members.service.ts'
import { listCustomersOfBand } from './sensitivity.service.ts'

/** What every customer had bought on the mark's day; the figures of its members are those. */
export type MarkResult = {
  readonly columns: ArchiveColumns
  readonly input: RfmInput
  readonly figures: Figures
}

/** What the analysis says of each customer, by figure and customer. */
type Figures = { readonly [Figure in MarkFigure]?: ReadonlyMap<number, number | null> }

type Behind = { readonly customerIds: readonly number[]; readonly figures?: Figures }

type Sources = {
  readonly db: ReadableDb
  readonly kept: KeptColumns
  readonly analyst: RfmAnalyst
  readonly values: ValueAnalyst
}

/**
 * Lists the customers behind a mark of a chart, as places in the columns of its day, in the wanted order.
 *
 * Shape: each customer once; who has no last purchase comes last when ordered by it; of equal figures the older file first.
 * Errors: not-found for a segment that the rules do not have.
 */
export function listMarkMembers(
  sources: Sources,
  mark: AnalysisMark,
  { column, isDescending }: MarkMemberSort,
): { readonly result: MarkResult; readonly indexes: number[] } {
  const behind = customersBehind(sources, mark)
  const { figures = {} } = behind
  const measured = measureOn(sources.kept, 'fromOn' in mark ? mark.fromOn : null, mark.asOf)
  const result = { ...measured, figures }
  const { customerIds } = result.columns
  const places = behind.customerIds
    .map(customerId => indexOfCustomer(customerIds, customerId))
    .filter(place => place >= 0)
  if (column === 'name') return { result, indexes: sortByName(sources.db, customerIds, places, isDescending) }
  const valueAt = valueBy(result, column)
  const sign = isDescending ? -1 : 1
  const indexes = places.sort((a, b) => {
    const [one, other] = [valueAt(a), valueAt(b)]
    if (one === null || other === null) return Number(one === null) - Number(other === null) || a - b
    return sign * (one - other) || a - b
  })
  return { result, indexes }
}

/** The figure by which a column is ordered, at a place of the columns; null where it is not known. */
function valueBy(
  { columns, input, figures }: MarkResult,
  column: Exclude<MarkMemberSort['column'], 'name'>,
): (place: number) => number | null {
  const { lastOrderDay, orderCount, spendMinor } = input
  switch (column) {
    case 'lastOn':
      return place => (lastOrderDay[place] === noOrderDay ? null : (lastOrderDay[place] ?? null))
    case 'orderCount':
      return place => orderCount[place] ?? 0
    case 'spendMinor':
      return place => spendMinor[place] ?? 0
    default:
      return place => figures[column]?.get(columns.customerIds[place] ?? 0) ?? null
  }
}

/** Reads members with what they bought, in the given order; those deleted since are missing. */
export function getMarkMembers(
  db: ReadableDb,
  { columns, input, figures }: MarkResult,
  indexes: readonly number[],
): MarkMember[] {
  return getMemberRows(db, columns.customerIds, indexes, (index, customerId) => {
    const lastDay = input.lastOrderDay[index] ?? noOrderDay
    return {
      lastOn: lastDay === noOrderDay ? null : fromDayNumber(lastDay),
      orderCount: input.orderCount[index] ?? 0,
      spendMinor: input.spendMinor[index] ?? 0,
      figures: Object.fromEntries(
        Object.entries(figures).map(([figure, ofCustomer]) => [figure, ofCustomer.get(customerId) ?? null]),
      ),
    }
  })
}

function measureOn(
  kept: KeptColumns,
  fromOn: AnalysisMark['asOf'] | null,
  asOf: AnalysisMark['asOf'],
): Omit<MarkResult, 'figures'> {
  const asOfDay = toDayNumber(asOf)
  const window = { asOfDay, fromDay: fromOn === null ? null : toDayNumber(fromOn) }
  const columns = columnsAsOf(kept.get(), asOfDay)
  const purchases = purchasesAsOf(columns.purchases, columns.refunds, asOfDay)
  const fromOrders = measureCustomers(purchases, columns.customerIds, window)
  return { columns, input: addOpeningBalances(fromOrders, columns.balances, window).input }
}

function customersBehind(sources: Sources, mark: AnalysisMark): Behind {
  if (mark.kind === 'value') return behindValue(sources.values, mark)
  if (mark.kind !== 'discount') return { customerIds: idsBehind(sources, mark) }
  const discountShare = listCustomersOfBand(sources.db, sources.kept, mark)
  return { customerIds: [...discountShare.keys()], figures: { discountShare } }
}

type ValueMark = Extract<AnalysisMark, { kind: 'value' }>

function behindValue(
  values: ValueAnalyst,
  { asOf, horizonMonths, yearlyDiscount, fromChance }: ValueMark,
): Behind {
  const { members } = values.reckon({ asOf, horizonMonths, yearlyDiscount })
  const own =
    fromChance === null
      ? members
      : members.filter(({ chanceAlive }) => chanceGroupOf(chanceAlive) === fromChance)
  const by = (figure: 'chanceAlive' | 'expectedPurchases' | 'valueMinor') =>
    new Map(own.map(member => [member.customerId, member[figure]]))
  return {
    customerIds: own.map(({ customerId }) => customerId),
    figures: {
      chanceAlive: by('chanceAlive'),
      expectedPurchases: by('expectedPurchases'),
      valueMinor: by('valueMinor'),
    },
  }
}

function idsBehind(
  { db, kept, analyst }: Sources,
  mark: Exclude<AnalysisMark, { kind: 'value' | 'discount' }>,
): number[] {
  switch (mark.kind) {
    case 'selected':
      return listSelectedCustomers(analyst.analyse(mark.analysis), mark.selector)
    case 'composition':
      return listCustomersOfRow(db, kept, mark, mark)
    case 'abc-class':
      return listCustomersOfClass(kept, mark)
    case 'largest':
      return listLargestCustomers(kept, mark)
    case 'cohort':
      return listCohortMembers(kept, mark)
    case 'again':
      return listRepurchasers(kept, mark)
    case 'bought':
      return listBuyers(db, kept, mark)
    case 'ordered-at':
      return listCustomersWhoOrderedAt(kept, membersOfOwner(analyst, mark.of, mark.asOf), mark)
  }
}
