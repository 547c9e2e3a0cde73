import type { CohortTable } from './follow-buyers.ts'

/**
 * Adds the cohorts up by how many months later it is: of how many customers so much is known, and how many of them bought then.
 *
 * Example: cohorts 10 4 2 and 6 3 -> [[16, 16], [16, 7], [10, 2]]
 */
export function sumByMonthsLater({
  active,
}: Pick<CohortTable, 'active'>): (readonly [customers: number, active: number])[] {
  return Array.from(active[0] ?? [], (_, monthsLater) => {
    let [customers, bought] = [0, 0]
    for (const counts of active) {
      if (monthsLater >= counts.length) break
      customers += counts[0] ?? 0
      bought += counts[monthsLater] ?? 0
    }
    return [customers, bought] as const
  })
}

/** Counts for each month of the table the customers who bought and had bought in an earlier month. */
export function countReturning({ active, earlierActive }: CohortTable): number[] {
  return Array.from(earlierActive, (earlier, month) => {
    let count = earlier
    for (let cohort = 0; cohort < month; cohort++) count += active[cohort]?.[month - cohort] ?? 0
    return count
  })
}
