import { z } from 'zod'
import { addDays, addMonths, CalendarDate } from './calendar-date.ts'
import { ContributionGroup, ContributionGroupMember, ContributionRules } from './contribution.ts'
import { Finding } from './rfm-analysis.ts'

/** Two month ends may lie so many months apart. */
export const mostMonths = 24

const MonthEnd = CalendarDate.refine(isMonthEnd, 'not the last day of a month')

/** Says whether a day is the last one of its month. */
export function isMonthEnd(day: CalendarDate): boolean {
  return addDays(day, 1).endsWith('-01')
}

/**
 * Gives the last day of the month that lies so many months later (earlier when negative).
 *
 * Example: '2026-02-28' + 1 -> '2026-03-31'
 */
export function monthEndAfter(day: CalendarDate, months: number): CalendarDate {
  return addDays(addMonths(`${day.slice(0, 7)}-01` as CalendarDate, months + 1), -1)
}

/** Gives the newest month end that is not after a day. */
export function lastMonthEnd(day: CalendarDate): CalendarDate {
  return isMonthEnd(day) ? day : monthEndAfter(day, -1)
}

/** How customers moved between the seven groups from one month end to a later one, at most 24 months later. */
export const MigrationRequest = z
  .object({ fromOn: MonthEnd, toOn: MonthEnd, rules: ContributionRules })
  .refine(({ fromOn, toOn }) => fromOn < toOn, 'the months must rise')
  .refine(({ fromOn, toOn }) => monthEndAfter(fromOn, mostMonths) >= toOn, 'at most 24 months apart')
export type MigrationRequest = z.infer<typeof MigrationRequest>

const Counts = z.array(z.int())

/**
 * How many customers moved from which group to which.
 *
 * Shape: `rows` and the counts in each in the order of the groups; the counts of a row are its `customers`, those of all rows
 * `customersBefore`. `arrived` were no customers yet at the earlier month end: with them the columns add up to `customersAfter`.
 * `stayed` are those of all groups who did not move.
 */
export const ContributionMigration = z.object({
  fromOn: CalendarDate,
  toOn: CalendarDate,
  rules: ContributionRules,
  revision: z.string(),
  customersBefore: z.int(),
  customersAfter: z.int(),
  rows: z.array(z.object({ group: ContributionGroup, customers: z.int(), to: Counts })),
  arrived: Counts,
  stayed: z.int(),
  finding: Finding,
})
export type ContributionMigration = z.infer<typeof ContributionMigration>

/** The customers of one cell: who was in a group, or no customer yet, and is in another now; null for any. */
export const MigrationCell = z.object({
  from: z.union([ContributionGroup, z.literal('arrived')]).nullable(),
  to: ContributionGroup.nullable(),
})
export type MigrationCell = z.infer<typeof MigrationCell>

/** A customer of a cell with both groups and both scores; null before somebody was a customer. Units: minor units. */
export const MigrationMember = ContributionGroupMember.omit({
  recentMinor: true,
  baseMinor: true,
  decile: true,
}).extend({ groupBefore: ContributionGroup.nullable(), scoreBeforeMinor: z.number().nullable() })
export type MigrationMember = z.infer<typeof MigrationMember>

/** By what the list of a cell can be ordered. */
export const MigrationSort = z.object({
  column: z.enum(['name', 'scoreMinor', 'scoreBeforeMinor']),
  isDescending: z.boolean(),
})
export type MigrationSort = z.infer<typeof MigrationSort>

/** The groups at the ends of some months up to a day. */
export const SnapshotsRequest = z.object({
  asOf: CalendarDate,
  months: z.int().min(1).max(mostMonths),
  rules: ContributionRules,
})
export type SnapshotsRequest = z.infer<typeof SnapshotsRequest>

/**
 * The groups at each month end, the earliest first.
 *
 * Shape: one more month end than months asked for; counts in the order of the groups. `moved`: in another group than a month before;
 * null at the first.
 */
export const ContributionSnapshots = z.object({
  asOf: CalendarDate,
  rules: ContributionRules,
  revision: z.string(),
  monthEnds: z.array(
    z.object({ on: CalendarDate, customers: z.int(), counts: Counts, moved: z.int().nullable() }),
  ),
})
export type ContributionSnapshots = z.infer<typeof ContributionSnapshots>
