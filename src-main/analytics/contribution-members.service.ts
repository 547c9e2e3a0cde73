import type { ReadableDb } from '#main/database/db.ts'
import {
  type ContributionGroup,
  type ContributionGroupMember,
  type ContributionSort,
  contributionGroups,
} from '#shared/domain/contribution.ts'
import { type ContributionResult, contributionOf } from './contribution.service.ts'
import { getMemberRows } from './member-rows.service.ts'
import { placesWhere, sortByName } from './segment-members.service.ts'

/**
 * Lists the customers of a group, as places in the result's columns, in the wanted order.
 *
 * Shape: each customer once; of equal figures the older file first.
 */
export function listGroupIndexes(
  db: ReadableDb,
  { columns, groups }: ContributionResult,
  wanted: ContributionGroup,
  { column, isDescending }: ContributionSort,
): number[] {
  const place = contributionGroups.indexOf(wanted)
  const members = placesWhere(groups.group, index => groups.group[index] === place)
  if (column === 'name') return sortByName(db, columns.customerIds, members, isDescending)
  const figures = groups.scores[column]
  const sign = isDescending ? -1 : 1
  return members.sort((a, b) => sign * ((figures[a] ?? 0) - (figures[b] ?? 0)) || a - b)
}

/** Reads members with the terms of their scores, in the given order; those deleted since are missing. */
export function getGroupMembers(
  db: ReadableDb,
  result: ContributionResult,
  indexes: readonly number[],
): ContributionGroupMember[] {
  return getMemberRows(db, result.columns.customerIds, indexes, index => contributionOf(result, index))
}
