import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { getSetting, saveSetting } from '#main/settings/setting.service.ts'
import { keptSearches, RecentSearches } from '#shared/domain/settings.ts'

const settingKey = 'search.recent'

/** Lists what was searched for last, the newest first. Empty: no texts before anything was. */
export function listRecentSearches(db: ReadableDb): RecentSearches {
  return getSetting(db, settingKey, RecentSearches) ?? []
}

/**
 * Notes that a text was searched for and answers what is kept now: five texts, each once, the newest first.
 *
 * Example: after 'a', 'b', 'a' -> ['a', 'b']
 */
export function rememberSearch(db: WritableDb, text: string): RecentSearches {
  const texts = [text, ...listRecentSearches(db).filter(other => other !== text)].slice(0, keptSearches)
  saveSetting(db, settingKey, texts)
  return texts
}

/** Forgets what was searched for: on demand, and with whoever is deleted for good. */
export function forgetSearches(db: WritableDb): RecentSearches {
  saveSetting(db, settingKey, [])
  return []
}
