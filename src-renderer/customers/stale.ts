import { addDays, type CalendarDate } from '#shared/domain/calendar-date.ts'
import type { ArchiveSettings } from '#shared/domain/settings.ts'

/** Says whether a file was known to be right too long ago. Empty: false while the day or the setting is not known yet. */
export function isStale(
  knownOn: CalendarDate,
  settings: Pick<ArchiveSettings, 'quality'> | undefined,
  today: string | undefined,
): boolean {
  if (!settings || today === undefined) return false
  return knownOn < addDays(today as CalendarDate, -settings.quality.staleDays)
}
