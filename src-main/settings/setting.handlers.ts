import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { getArchiveSettings, getListLayout, saveArchiveSettings, saveListLayout } from './setting.service.ts'

/** Reads of the settings room. */
export const settingQueries = (db: ReadableDb) =>
  ({
    'settings.get': () => getArchiveSettings(db),
    'settings.getListLayout': ({ list }) => getListLayout(db, list),
  }) satisfies Pick<Handlers, 'settings.get' | 'settings.getListLayout'>

/** Writes of the settings room. */
export const settingCommands = (db: WritableDb) =>
  ({
    'settings.save': settings => saveArchiveSettings(db, settings),
    'settings.saveListLayout': ({ list, layout }) => saveListLayout(db, list, layout),
  }) satisfies Pick<Handlers, 'settings.save' | 'settings.saveListLayout'>
