import { knownOnSql, listCompleteness } from '#main/customers/completeness.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import { getArchiveSettings, todayOf } from '#main/settings/setting.service.ts'
import { addDays, type CalendarDate } from '#shared/domain/calendar-date.ts'
import {
  birthImplausibility,
  idNumberImplausibility,
  oldestBirth,
  phoneImplausibility,
} from '#shared/domain/plausibility.ts'
import { CellIssueKind, type QualityKind, QuickKind } from '#shared/domain/quality.ts'
import {
  countBelow,
  listAddressesWithoutRegion,
  listBirths,
  listFoundComplete,
  listIdNumbers,
  listIdsBelow,
  listOddBirths,
  listOddPhones,
  listWaitingCells,
  type StoredSuspect,
  staleSql,
} from './finding.queries.ts'

/** A stored value against which something speaks. */
export type Suspect = StoredSuspect & { readonly reason: string }

/**
 * Counts what there is to look at, by kind, but for incomplete files.
 *
 * Cost: reads nothing but what may be wrong, some 0.1 s per 200,000 customers; on a reader.
 */
export function countFindings(db: ReadableDb, now: string): Record<QuickKind, number> {
  const countOf = (kind: QuickKind) =>
    kind === 'stale'
      ? countBelow(db, staleSql.count(knownOnSql), staleBefore(db, now))
      : listFindingIds(db, kind, now).length
  return Object.fromEntries(QuickKind.options.map(kind => [kind, countOf(kind)])) as Record<QuickKind, number>
}

/** Counts the files that hold less than they should. Cost: that of `listCompleteness`. */
export function countIncomplete(db: ReadableDb): number {
  return listIncomplete(db).length
}

/** Those that were found to be as complete as they can be are none of them. */
function listIncomplete(db: ReadableDb) {
  const { incompleteBelow } = getArchiveSettings(db).quality
  const decided = new Set(listFoundComplete(db))
  return listCompleteness(db).filter(
    ({ customerId, percent }) => percent < incompleteBelow && !decided.has(customerId),
  )
}

/** Lists what there is to look at of one kind: cells that wait come after stored values; the stalest and emptiest files first. */
export function listFindingIds(db: ReadableDb, kind: QualityKind, now: string): number[] {
  if (kind === 'stale') return listIdsBelow(db, staleSql.ids(knownOnSql), staleBefore(db, now))
  if (kind === 'incomplete')
    return listIncomplete(db)
      .sort((one, other) => one.percent - other.percent)
      .map(({ customerId }) => customerId)
  const stored = listSuspects(db, kind, todayOf(db, now), null).map(({ id }) => id)
  return [...stored, ...(isOfCells(kind) ? listWaitingCells(db, kind, null).map(({ id }) => id) : [])]
}

/** Tells whether findings of a kind come from cells of imports. */
export function isOfCells(kind: QualityKind): kind is CellIssueKind {
  return CellIssueKind.safeParse(kind).success
}

/** The day before which a file must have been known to be right to count as stale. */
export function staleBefore(db: ReadableDb, now: string): CalendarDate {
  return addDays(todayOf(db, now), -getArchiveSettings(db).quality.staleDays)
}

/**
 * Lists stored values of a kind against which something speaks: all of them, or those of some ids that are still so.
 *
 * Empty: none for kinds that are not of stored values.
 */
export function listSuspects(
  db: ReadableDb,
  kind: QualityKind,
  today: CalendarDate,
  ids: readonly number[] | null,
): Suspect[] {
  switch (kind) {
    case 'phone':
      return withReason(listOddPhones(db, ids), ({ value }) => phoneImplausibility(value))
    case 'region':
      return withReason(listAddressesWithoutRegion(db, ids), () => 'region-unknown')
    case 'birthday': {
      const births =
        ids === null ? listOddBirths(db, { oldest: oldestBirth(today), today }) : listBirths(db, ids)
      return withReason(births, ({ value }) => birthImplausibility(value, today))
    }
    case 'id-number':
      return withReason(listIdNumbers(db, ids), ({ value, ...card }) => idNumberImplausibility(value, card))
    default:
      return []
  }
}

function withReason(
  rows: readonly StoredSuspect[],
  reasonOf: (row: StoredSuspect) => string | null,
): Suspect[] {
  return rows.flatMap(row => {
    const reason = reasonOf(row)
    return reason === null ? [] : [{ ...row, reason }]
  })
}
