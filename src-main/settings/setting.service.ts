import type { z } from 'zod'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { dayIn } from '#shared/domain/day-in.ts'
import { ArchiveSettings, defaultQuality, ListLayout } from '#shared/domain/settings.ts'
import { findSetting, upsertSetting } from './setting.queries.ts'

const archiveKey = 'archive'

const defaults: ArchiveSettings = {
  shopName: '',
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  individualPrefix: 'X',
  companyPrefix: 'Q',
  idleDays: 365,
  quality: defaultQuality,
}

/** As they are stored: what came later is missing in older archives. */
const StoredSettings = ArchiveSettings.extend({
  idleDays: ArchiveSettings.shape.idleDays.default(defaults.idleDays),
  quality: ArchiveSettings.shape.quality.default(defaults.quality),
})

/** Reads the archive's settings; what was never chosen has its default. */
export function getArchiveSettings(db: ReadableDb): ArchiveSettings {
  return getSetting(db, archiveKey, StoredSettings) ?? defaults
}

/** The day of an instant in UTC where the shop is. */
export function todayOf(db: ReadableDb, now: string): CalendarDate {
  return dayIn(getArchiveSettings(db).timeZone, new Date(now))
}

/** Saves the archive's settings. The currency is set at creation and stays. */
export function saveArchiveSettings(db: WritableDb, settings: Partial<ArchiveSettings>): ArchiveSettings {
  const saved = { ...getArchiveSettings(db), ...settings }
  saveSetting(db, archiveKey, saved)
  return saved
}

/** Reads how a list was left. Empty: null before anything was chosen. */
export function getListLayout(db: ReadableDb, list: string): ListLayout | null {
  return getSetting(db, `list.${list}`, ListLayout) ?? null
}

/** Keeps how a list was left. */
export function saveListLayout(db: WritableDb, list: string, layout: ListLayout): null {
  saveSetting(db, `list.${list}`, layout)
  return null
}

/** Reads a setting through its schema. Empty: undefined when it was never saved or no longer fits the schema. */
export function getSetting<S extends z.ZodType>(
  db: ReadableDb,
  key: string,
  schema: S,
): z.infer<S> | undefined {
  const text = findSetting(db, key)
  if (text === undefined) return undefined
  const parsed = schema.safeParse(JSON.parse(text))
  return parsed.success ? parsed.data : undefined
}

/** Saves a setting as JSON. */
export function saveSetting(db: WritableDb, key: string, value: unknown): void {
  upsertSetting(db, key, JSON.stringify(value))
}
