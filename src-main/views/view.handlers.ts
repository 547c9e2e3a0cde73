import type { Act } from '#main/changes/change-log.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { listViews, removeView, renameView, saveView } from './view.service.ts'

/** Reads of the views room. */
export const viewQueries = (db: ReadableDb) =>
  ({ 'views.list': () => listViews(db) }) satisfies Partial<Handlers>

/** Writes of the views room. `act` says who acts and when. */
export const viewCommands = (db: WritableDb, act: () => Act) =>
  ({
    'views.save': draft => saveView(db, draft, act()),
    'views.rename': ({ viewId, name }) => renameView(db, viewId, name, act()),
    'views.remove': ({ viewId }) => removeView(db, viewId, act()),
  }) satisfies Partial<Handlers>
