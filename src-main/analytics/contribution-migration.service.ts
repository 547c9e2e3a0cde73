import type { ReadableDb } from '#main/database/db.ts'
import { contributionGroups } from '#shared/domain/contribution.ts'
import {
  type ContributionMigration,
  type ContributionSnapshots,
  lastMonthEnd,
  type MigrationCell,
  type MigrationMember,
  type MigrationRequest,
  type MigrationSort,
  monthEndAfter,
  type SnapshotsRequest,
} from '#shared/domain/contribution-migration.ts'
import { notYet, snapshotGroups } from './contribution/group-snapshots.ts'
import { countGroups, countMoves } from './contribution/migration-counts.ts'
import { findInMigration } from './contribution/migration-finding.ts'
import type { ContributionAnalyst, ContributionResult } from './contribution.service.ts'
import type { KeptColumns } from './kept-columns.service.ts'
import { getMemberRows } from './member-rows.service.ts'
import type { ArchiveColumns } from './purchase-columns.service.ts'
import { placesWhere, sortByName } from './segment-members.service.ts'

/** The groups at two month ends. All columns are in the order of the customers of the later one. */
export type MigrationResult = {
  readonly summary: ContributionMigration
  readonly columns: ArchiveColumns
  readonly after: ContributionResult
  readonly before: ContributionResult
  /** The place of each customer at the earlier month end, -1 before he was one; his group then, or `notYet`. */
  readonly placeBefore: Int32Array
  readonly groupBefore: Uint8Array
}

/**
 * Finds how customers moved between the seven groups from one month end to another, both by the same rules.
 *
 * Cost: two analyses, about 200 ms for 200,000 customers and 2,000,000 orders; less for those that are known already.
 */
export function migrate(analyst: ContributionAnalyst, request: MigrationRequest): MigrationResult {
  const { fromOn, toOn, rules } = request
  const before = analyst.analyse({ asOf: fromOn, rules })
  const after = analyst.analyse({ asOf: toOn, rules })
  const placeBefore = placesBefore(before.columns.customerIds, after.columns.customerIds)
  const groupBefore = Uint8Array.from(placeBefore, place =>
    place < 0 ? notYet : (before.groups.group[place] ?? notYet),
  )
  const { rows, arrived } = countMoves(groupBefore, after.groups.group)
  const summary: ContributionMigration = {
    ...{ fromOn, toOn, rules, revision: after.summary.revision },
    customersBefore: before.summary.customerCount,
    customersAfter: after.summary.customerCount,
    rows: rows.map((to, place) => ({
      group: contributionGroups[place] ?? 'unassigned',
      customers: to.reduce((sum, count) => sum + count, 0),
      to,
    })),
    arrived,
    stayed: rows.reduce((sum, row, place) => sum + (row[place] ?? 0), 0),
    finding: findInMigration(rows),
  }
  return { summary, columns: after.columns, after, before, placeBefore, groupBefore }
}

/** Both ascend; whoever was a customer then is one now. */
function placesBefore(idsBefore: Int32Array, idsAfter: Int32Array): Int32Array {
  let next = 0
  return Int32Array.from(idsAfter, id => (idsBefore[next] === id ? next++ : -1))
}

/**
 * Lists the customers of a cell, as places in the later columns, in the wanted order.
 *
 * Shape: each customer once; of equal figures the older file first, and who was no customer yet last when ordered by the earlier score.
 */
export function listCellIndexes(
  db: ReadableDb,
  result: MigrationResult,
  { from, to }: MigrationCell,
  { column, isDescending }: MigrationSort,
): number[] {
  const { columns, after, before, placeBefore, groupBefore } = result
  const wantedBefore = from === 'arrived' ? notYet : from && contributionGroups.indexOf(from)
  const wantedAfter = to && contributionGroups.indexOf(to)
  const { group } = after.groups
  const members = placesWhere(
    group,
    index =>
      (wantedBefore === null || groupBefore[index] === wantedBefore) &&
      (wantedAfter === null || group[index] === wantedAfter),
  )
  if (column === 'name') return sortByName(db, columns.customerIds, members, isDescending)
  const sign = isDescending ? -1 : 1
  const scoreNow = (index: number) => after.groups.scores.scoreMinor[index] ?? 0
  const scoreThen = (index: number) => before.groups.scores.scoreMinor[placeBefore[index] ?? -1]
  return members.sort((a, b) => {
    if (column === 'scoreMinor') return sign * (scoreNow(a) - scoreNow(b)) || a - b
    const [one, other] = [scoreThen(a), scoreThen(b)]
    if (one === undefined || other === undefined)
      return Number(one === undefined) - Number(other === undefined) || a - b
    return sign * (one - other) || a - b
  })
}

/** Reads customers with both their groups and scores, in the given order; those deleted since are missing. */
export function getCellMembers(
  db: ReadableDb,
  { columns, after, before, placeBefore, groupBefore }: MigrationResult,
  indexes: readonly number[],
): MigrationMember[] {
  return getMemberRows(db, columns.customerIds, indexes, index => ({
    group: contributionGroups[after.groups.group[index] ?? 0] ?? 'unassigned',
    scoreMinor: after.groups.scores.scoreMinor[index] ?? 0,
    groupBefore: contributionGroups[groupBefore[index] ?? notYet] ?? null,
    scoreBeforeMinor: before.groups.scores.scoreMinor[placeBefore[index] ?? -1] ?? null,
  }))
}

/**
 * Gives the sizes of the seven groups at the ends of the last months.
 *
 * Cost: one pass over the purchases, about a second for 200,000 customers, 2,000,000 orders and 24 months.
 */
export function listSnapshots(kept: KeptColumns, request: SnapshotsRequest): ContributionSnapshots {
  const { asOf, months, rules } = request
  const last = lastMonthEnd(asOf)
  const days = Array.from({ length: months + 1 }, (_, at) => monthEndAfter(last, at - months))
  const snapshots = snapshotGroups(kept.get(), days, rules)
  const monthEnds = snapshots.map(({ asOf: on, group }, at) => {
    const before = snapshots[at - 1]?.group
    const counts = countGroups(group)
    return {
      ...{ on, counts, customers: counts.reduce((sum, count) => sum + count, 0) },
      moved: before ? countMoved(before, group) : null,
    }
  })
  return { asOf, rules, revision: kept.getRevision(), monthEnds }
}

function countMoved(before: Uint8Array, after: Uint8Array): number {
  return after.reduce((sum, place, index) => {
    const from = before[index] ?? notYet
    return sum + (from !== notYet && from !== place ? 1 : 0)
  }, 0)
}
