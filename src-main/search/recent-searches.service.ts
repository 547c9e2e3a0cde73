import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { getSetting, saveSetting } from '#main/settings/setting.service.ts'
import { RecentSearches } from '#shared/contract/search.contract.ts'
import { withSearch } from '#shared/domain/recent-searches.ts'

const settingKey = 'search.recent'

/** Lists what was searched for last, the newest first. Empty: no texts before anything was. */
export function listRecentSearches(db: ReadableDb): string[] {
  return getSetting(db, settingKey, RecentSearches) ?? []
}

/**
 * Notes that a text was searched for and answers what is kept now: five texts, each once, the newest first.
 *
 * Example: after 'a', 'b', 'a' -> ['a', 'b']
 */
export function rememberSearch(db: WritableDb, text: string): string[] {
  const texts = withSearch(listRecentSearches(db), text)
  saveSetting(db, settingKey, texts)
  return texts
}

/** Forgets what was searched for: on demand, and with whoever is deleted for good. */
export function forgetSearches(db: WritableDb): string[] {
  saveSetting(db, settingKey, [])
  return []
}
