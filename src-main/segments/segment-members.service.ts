import type { ReadableDb } from '#main/database/db.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { SavedSegment, SegmentSize } from '#shared/domain/saved-segment.ts'
import { listFrozenMembers } from './saved-segment.queries.ts'
import { getSegment, listSegments } from './saved-segment.service.ts'
import type { SegmentFinder } from './segment-finder.service.ts'

/**
 * Lists the keys of the customers of a saved segment on a day, ascending; those of a frozen list on any day.
 *
 * Errors: not-found; segment-unsaid where a condition of the rule says nothing.
 */
export function listMembersOf(
  db: ReadableDb,
  finder: SegmentFinder,
  segmentId: number,
  asOf: CalendarDate,
): Int32Array {
  const { rule, frozen } = getSegment(db, segmentId)
  if (frozen) return readFrozen(db, segmentId).members
  return finder.listFound({ rule, asOf })
}

/** Counts every saved segment on a day, in the order of their names. */
export function measureSegments(db: ReadableDb, finder: SegmentFinder, asOf: CalendarDate): SegmentSize[] {
  return listSegments(db).map(segment => measureSegment(db, finder, segment, asOf))
}

function measureSegment(
  db: ReadableDb,
  finder: SegmentFinder,
  { segmentId, rule, frozen }: SavedSegment,
  asOf: CalendarDate,
): SegmentSize {
  if (!frozen) {
    const { count, refusedCount, parts } = finder.count({ rule, asOf })
    const refusal = parts.find(part => part.refusal !== null)?.refusal ?? null
    return { segmentId, count, refusedCount, refusal, gone: null, isDataChanged: false }
  }
  const { members, gone } = readFrozen(db, segmentId)
  return {
    ...{ segmentId, count: members.length, refusedCount: finder.countRefused(members, asOf) },
    ...{ refusal: null, gone, isDataChanged: finder.getRevision() !== frozen.revision },
  }
}

function readFrozen(db: ReadableDb, segmentId: number) {
  const members = new Set<number>()
  const gone = { inBin: 0, erased: 0, merged: 0 }
  for (const { key, isInBin } of listFrozenMembers(db, segmentId)) {
    if (key === null) gone.erased++
    else if (isInBin) gone.inBin++
    else if (members.has(key)) gone.merged++
    else members.add(key)
  }
  return { members: Int32Array.from(members).sort(), gone }
}
