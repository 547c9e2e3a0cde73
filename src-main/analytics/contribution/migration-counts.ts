import { contributionGroups } from '#shared/domain/contribution.ts'
import { notYet } from './group-snapshots.ts'

/** Counts in the order of the groups. */
export type GroupCounts = number[]

const none = (): GroupCounts => contributionGroups.map(() => 0)

/** Counts the customers of each group. Those who are `notYet` are in none. */
export function countGroups(group: Uint8Array): GroupCounts {
  const counts = none()
  for (const place of group) if (place !== notYet) counts[place] = (counts[place] ?? 0) + 1
  return counts
}

/**
 * Counts who moved from which group to which.
 *
 * Shape: both columns of one length and order. `rows` by the group before; `arrived` were `notYet` before.
 */
export function countMoves(before: Uint8Array, after: Uint8Array) {
  const rows = contributionGroups.map(none)
  const arrived = none()
  for (let index = 0; index < after.length; index++) {
    const from = before[index] ?? notYet
    const to = after[index] ?? notYet
    const row = from === notYet ? arrived : rows[from]
    if (to !== notYet && row) row[to] = (row[to] ?? 0) + 1
  }
  return { rows, arrived }
}
