import { countBought } from '#main/analytics/bought.service.ts'
import { ContributionAnalyst } from '#main/analytics/contribution.service.ts'
import { listByTopCategory, listByUsualHour } from '#main/analytics/customer-habits.service.ts'
import type { KeptColumns } from '#main/analytics/kept-columns.service.ts'
import { type ExpectedFigures, visitExpectations } from '#main/analytics/lifetime-value.service.ts'
import type { RfmAnalyst } from '#main/analytics/rfm-analysis.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { addDays, type CalendarDate } from '#shared/domain/calendar-date.ts'
import { contributionGroups, contributionPresets } from '#shared/domain/contribution.ts'
import type { FilterCondition } from '#shared/domain/customer-filter.ts'
import type { RuleRefusal } from '#shared/domain/saved-segment.ts'
import type { BoughtMeasure, RuleLeaf } from '#shared/domain/segment-rule.ts'
import { isPurchaseCondition, listByPurchases } from './purchase-condition.ts'

/** Marks with 1 the keys of the customers for whom a condition holds. Errors: filter-invalid. */
export type FindByCondition = (condition: FilterCondition, asOf: CalendarDate) => Uint8Array

/** Money of a year later is worth a tenth less. */
const yearlyDiscount = 0.1

/** The analyses whose limits the scores of a rule go by. */
const scoresOf = (asOf: CalendarDate) => ({
  ...{ asOf, period: { kind: 'all' as const }, ruleSetCode: 'ten-segments' },
})

/** Finds customers by single conditions of a rule. */
export class RuleLeaves {
  private readonly db: ReadableDb
  private readonly kept: KeptColumns
  private readonly analyst: RfmAnalyst
  private readonly contributions: ContributionAnalyst
  private readonly findByCondition: FindByCondition

  constructor(db: ReadableDb, kept: KeptColumns, analyst: RfmAnalyst, findByCondition: FindByCondition) {
    this.db = db
    this.kept = kept
    this.analyst = analyst
    this.contributions = new ContributionAnalyst(kept)
    this.findByCondition = findByCondition
  }

  /** Lists the keys of the customers for whom a condition holds on a day, or says why nothing can be said. */
  list(leaf: RuleLeaf, asOf: CalendarDate): Iterable<number> | RuleRefusal {
    switch (leaf.kind) {
      case 'condition':
        return this.listByCondition(leaf.condition, asOf)
      case 'consent':
        return this.listByConsent(leaf.isRefused, asOf)
      case 'score': {
        const { columns, scores } = this.analyst.analyse(scoresOf(asOf))
        const [low, high] = leaf.range
        const column = scores[leaf.score]
        return columns.customerIds.filter((_, index) => isBetween(column[index] ?? 0, low, high))
      }
      case 'contribution': {
        const rules = contributionPresets[leaf.preset]
        const { columns, groups } = this.contributions.analyse({ asOf, rules })
        const wanted = contributionGroups.map(group => leaf.groups.includes(group))
        return columns.customerIds.filter((_, index) => wanted[groups.group[index] ?? 0] === true)
      }
      case 'bought':
        return this.listByBought(leaf, asOf)
      case 'top-category':
        return listByTopCategory(this.db, this.kept, leaf.names, asOf)
      case 'usual-hour':
        return listByUsualHour(this.kept, leaf, asOf)
      case 'expected':
        return this.listByExpectation(leaf, asOf)
    }
  }

  private listByCondition(condition: FilterCondition, asOf: CalendarDate): Iterable<number> | RuleRefusal {
    if (isPurchaseCondition(condition))
      return listByPurchases(this.analyst.analyse(scoresOf(asOf)), condition, asOf)
    try {
      return markedKeys(this.findByCondition(condition, asOf))
    } catch (error) {
      const isGone = error instanceof AppError && ['filter-invalid', 'rule-invalid'].includes(error.code)
      if (isGone) return 'condition-gone'
      throw error
    }
  }

  private listByConsent(isRefused: boolean, asOf: CalendarDate): Iterable<number> {
    const until = { field: 'contactRefusedOn', test: 'day-between', from: null, to: asOf } as const
    const refused = this.findByCondition(until, asOf)
    if (isRefused) return markedKeys(refused)
    return this.kept.get().customerIds.filter(id => refused[id] !== 1)
  }

  private listByBought(
    { what, when, measure }: Extract<RuleLeaf, { kind: 'bought' }>,
    asOf: CalendarDate,
  ): Iterable<number> {
    const [fromOn, toOn] =
      when.kind === 'between'
        ? [when.from, when.to]
        : [when.kind === 'last-days' ? addDays(asOf, -when.days) : null, null]
    const bought = countBought(this.db, this.kept, { what, fromOn, toOn, asOf })
    return bought.customerIds.filter((_, index) =>
      isReached(measure, bought.orderCount[index] ?? 0, bought.minor[index] ?? 0),
    )
  }

  private listByExpectation(
    { figure, horizonMonths, from, to }: Extract<RuleLeaf, { kind: 'expected' }>,
    asOf: CalendarDate,
  ): Iterable<number> | RuleRefusal {
    const found: number[] = []
    let isValued = true
    const refusal = visitExpectations(
      this.kept,
      { asOf, horizonMonths, yearlyDiscount },
      (customerId, figures) => {
        const value = figureOf(figures, figure)
        if (value === null) isValued = false
        else if (isBetween(value, from, to)) found.push(customerId)
      },
    )
    return refusal ?? (isValued ? found : 'no-value')
  }
}

function figureOf(
  { chanceAlive, expectedPurchases, valueMinor }: ExpectedFigures,
  figure: Extract<RuleLeaf, { kind: 'expected' }>['figure'],
): number | null {
  if (figure === 'chance-alive') return chanceAlive
  return figure === 'purchases' ? expectedPurchases : valueMinor
}

function isReached(measure: BoughtMeasure, orderCount: number, minor: number): boolean {
  if (measure.kind === 'none') return orderCount === 0
  return measure.kind === 'times' ? orderCount >= measure.atLeast : minor >= measure.atLeastMinor
}

const isBetween = (value: number, from: number | null, to: number | null) =>
  value >= (from ?? Number.NEGATIVE_INFINITY) && value <= (to ?? Number.POSITIVE_INFINITY)

function* markedKeys(marks: Uint8Array): Iterable<number> {
  for (let key = 0; key < marks.length; key++) if (marks[key] === 1) yield key
}
