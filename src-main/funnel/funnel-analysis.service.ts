import { getRevision } from '#main/changes/revision.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import { type CalendarDate, fromDayNumber, toDayNumber } from '#shared/domain/calendar-date.ts'
import {
  type FunnelCards,
  FunnelColumn,
  type FunnelRequest,
  type FunnelSelector,
  type FunnelSummary,
  isStarred,
} from '#shared/domain/funnel.ts'
import { type FunnelColumns, toFunnelColumns } from './funnel-columns.ts'
import { countBalances, iterateSteps, listCardsOfSteps, listPurchaseDays } from './funnel-step.queries.ts'
import { countStageFlows, shownFlows } from './stage-flow.ts'
import { cutIntoStays, stageCode } from './stage-stays.ts'
import { cellsOf, changesBetween, columnCount, isChosen, type Standing, standingsOf } from './standings.ts'

/**
 * Tells where customers stand in the funnel on a day, for how long, and what came of them since another. Keeps the steps
 * of the newest data in memory.
 *
 * Shape: steps are dated; refused contact, the bin and merges are those of today (DECISIONS 47).
 */
export class FunnelAnalyst {
  private readonly db: ReadableDb
  private kept: { readonly revision: string; readonly columns: FunnelColumns } | undefined
  private board: { readonly key: string; readonly standings: readonly Standing[] } | undefined

  constructor(db: ReadableDb) {
    this.db = db
  }

  /** Counts customers per column and cell, and the flow of the days after `fromOn` up to `asOf`. */
  summarize({ asOf, fromOn }: FunnelRequest): FunnelSummary {
    const { revision, columns } = this.columns()
    const day = toDayNumber(asOf)
    const from = fromOn === null ? -Infinity : toDayNumber(fromOn)
    const stays = cutIntoStays(columns, day)
    const standings = standingsOf(columns, stays, day)
    const aims = [...new Set(stays.customer.filter((_, stay) => stays.stage[stay] === stageCode.target))]
    const flows = countStageFlows(stays, { from, asOf: day }, this.purchasesOf(aims, asOf))
    return {
      ...{ asOf, fromOn, revision },
      columns: FunnelColumn.options.map(column => columnCount(column, standings)),
      left: standings.filter(({ stage }) => stage === 'left').length,
      cells: cellsOf(standings),
      flows: shownFlows(flows),
      changes: changesBetween(standingsOf(columns, cutIntoStays(columns, from), from), standings),
      balancesLeftOut: countBalances(this.db, aims),
    }
  }

  /** Lists some cards of a column or cell; who wants no contact is left out and counted. */
  listCards(
    asOf: CalendarDate,
    selector: FunnelSelector,
    { start, count }: { readonly start: number; readonly count: number },
  ): FunnelCards {
    const chosen = this.standings(asOf).filter(standing => isChosen(standing, selector))
    const shown = chosen.filter(({ isRefused }) => !isRefused)
    const page = shown.slice(start, start + count)
    const rows = listCardsOfSteps(
      this.db,
      page.map(({ stepId }) => stepId),
    )
    return {
      total: shown.length,
      refusedCount: chosen.length - shown.length,
      cards: rows.map((row, at) => ({
        ...{ customerId: row.customer_id, archiveNumber: row.archive_number, name: row.name },
        ...{ stage: row.stage, intention: row.intention, intentionReason: row.intention_reason },
        ...{ ability: row.ability, abilityReason: row.ability_reason },
        ...{ demand: row.demand, demandNote: row.demand_note },
        since: fromDayNumber(page[at]?.sinceDay ?? 0),
        days: page[at]?.days ?? 0,
        isStarred: isStarred(row.stage, row.demand),
        decisionStage:
          row.decision_code === null && row.decision_name === null
            ? null
            : { code: row.decision_code, name: row.decision_name },
      })),
    }
  }

  private columns() {
    const revision = getRevision(this.db)
    if (this.kept?.revision !== revision)
      this.kept = { revision, columns: toFunnelColumns(iterateSteps(this.db)) }
    return this.kept
  }

  /** Who stands in the funnel, the starred first, then who waits longest. */
  private standings(asOf: CalendarDate): readonly Standing[] {
    const { revision, columns } = this.columns()
    const key = `${asOf} ${revision}`
    if (this.board?.key === key) return this.board.standings
    const day = toDayNumber(asOf)
    const standings = standingsOf(columns, cutIntoStays(columns, day), day)
      .filter(({ stage }) => stage !== 'left')
      .sort(
        (a, b) => Number(b.isStarred) - Number(a.isStarred) || a.sinceDay - b.sinceDay || a.stepId - b.stepId,
      )
    this.board = { key, standings }
    return standings
  }

  private purchasesOf(customerIds: readonly number[], asOf: CalendarDate) {
    const daysOf = new Map<number, number[]>()
    for (const [customerId, orderedOn] of listPurchaseDays(this.db, customerIds, asOf)) {
      const days = daysOf.get(customerId)
      if (days) days.push(toDayNumber(orderedOn))
      else daysOf.set(customerId, [toDayNumber(orderedOn)])
    }
    return (customer: number, first: number, last: number) =>
      daysOf.get(customer)?.some(day => day >= first && day <= last) ?? false
  }
}
