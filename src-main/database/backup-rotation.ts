import type { BackupReason } from '#shared/domain/archive.ts'

/** What rotation looks at. */
export type RotatedBackup = {
  readonly sequence: number
  readonly madeAt: string
  readonly reason: BackupReason
  readonly sizeBytes: number
}

/** How many backups are kept; each number counts the newest of its kind. */
export type RotationRule = {
  readonly ofLastDay: number
  readonly days: number
  readonly weeks: number
  readonly months: number
  readonly least: number
  /** How long the state before an import, a migration or a restore is kept … */
  readonly specialDays: number
  /** … and how many newer backups there are at least: a clock that jumped ahead for an hour must not end it. */
  readonly newerThanSpecial: number
  readonly mostBytes: number
}

/** 3 of the last day, 7 days, 4 weeks, 12 months, never below 5. `mostBytes` depends on the disk. */
export const usualRotation: Omit<RotationRule, 'mostBytes'> = {
  ofLastDay: 3,
  days: 7,
  weeks: 4,
  months: 12,
  least: 5,
  specialDays: 30,
  newerThanSpecial: 10,
}

const dayMs = 86_400_000

/**
 * Chooses which backups may go.
 *
 * Order is that of the sequence numbers, so a clock that jumps makes none of them old: it only adds a day.
 * Shape: a subset of `backups`, oldest first. Units: days, weeks and months are those of UTC.
 * Empty: nothing to keep, nothing to delete.
 * Example: eight backups of one day, made at quit -> the three oldest
 */
export function chooseExpiredBackups<B extends RotatedBackup>(
  backups: readonly B[],
  now: Date,
  rule: RotationRule,
): readonly B[] {
  const newestFirst = [...backups].sort((a, b) => b.sequence - a.sequence)
  const least = newestFirst.slice(0, rule.least)
  const wanted = new Set<B>([
    ...least,
    ...newestFirst.filter((backup, newer) => isFreshSpecial(backup, newer, now, rule)),
    ...newestFirst
      .filter(backup => dayOf(backup) === dayOf(newestFirst[0] ?? backup))
      .slice(0, rule.ofLastDay),
    ...newestOfEach(newestFirst, dayOf, rule.days),
    ...newestOfEach(newestFirst, weekOf, rule.weeks),
    ...newestOfEach(newestFirst, monthOf, rule.months),
  ])
  const kept = withinSize(
    newestFirst.filter(backup => wanted.has(backup)),
    rule,
  )
  return newestFirst.filter(backup => !kept.has(backup)).reverse()
}

function isFreshSpecial(backup: RotatedBackup, newer: number, now: Date, rule: RotationRule): boolean {
  if (['quit', 'manual', 'timed'].includes(backup.reason)) return false
  const ageDays = (now.getTime() - Date.parse(backup.madeAt)) / dayMs
  return ageDays <= rule.specialDays || newer < rule.newerThanSpecial
}

function newestOfEach<B extends RotatedBackup>(
  newestFirst: readonly B[],
  periodOf: (backup: B) => string | number,
  most: number,
): readonly B[] {
  const newest = new Map<string | number, B>()
  for (const backup of newestFirst) {
    const period = periodOf(backup)
    if (!newest.has(period) && newest.size < most) newest.set(period, backup)
  }
  return [...newest.values()]
}

function withinSize<B extends RotatedBackup>(newestFirst: readonly B[], rule: RotationRule): ReadonlySet<B> {
  const kept = new Set<B>()
  let bytes = 0
  for (const backup of newestFirst) {
    bytes += backup.sizeBytes
    if (bytes > rule.mostBytes && kept.size >= rule.least) break
    kept.add(backup)
  }
  return kept
}

function dayOf({ madeAt }: RotatedBackup): string {
  return madeAt.slice(0, 10)
}

function monthOf({ madeAt }: RotatedBackup): string {
  return madeAt.slice(0, 7)
}

/** 5 January 1970 was a Monday. */
function weekOf({ madeAt }: RotatedBackup): number {
  return Math.floor((Date.parse(madeAt) / dayMs - 4) / 7)
}
