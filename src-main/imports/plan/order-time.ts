import type { LocalTime } from '#main/imports/cells/date-spelling.ts'

/**
 * Gives the earlier of two times; of the same day the one that knows its hour, then the earlier.
 *
 * Empty: a missing one gives the other.
 * Example: '2024-03-05', '2024-03-05T12:30:00' -> '2024-03-05T12:30:00'
 */
export function earlierTime(one: LocalTime | null, other: LocalTime | null): LocalTime | null {
  if (one === null || other === null) return one ?? other
  const [day, otherDay] = [one.slice(0, 10), other.slice(0, 10)]
  if (day !== otherDay) return day < otherDay ? one : other
  if (one.length !== other.length) return one.length > other.length ? one : other
  return one < other ? one : other
}
