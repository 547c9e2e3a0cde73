import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { getArchiveSettings, saveArchiveSettings } from './setting.service.ts'

/** Reads of the settings room. */
export const settingQueries = (db: ReadableDb) =>
  ({
    'settings.get': () => getArchiveSettings(db),
  }) satisfies Pick<Handlers, 'settings.get'>

/** Writes of the settings room. */
export const settingCommands = (db: WritableDb) =>
  ({
    'settings.save': settings => saveArchiveSettings(db, settings),
  }) satisfies Pick<Handlers, 'settings.save'>
