import type { Act } from '#main/changes/change-log.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { saveLineDetails } from './line-details.service.ts'
import { getArchiveCounts, getArchiveStats, saveFlowNote } from './sales-order.service.ts'

/** Reads about the whole archive that look at every order. */
export const archiveQueries = (db: ReadableDb) =>
  ({
    'archives.counts': () => getArchiveCounts(db),
    'archives.stats': () => getArchiveStats(db),
  }) satisfies Partial<Handlers>

/** Writes of the orders room. `act` says who acts and when. */
export const orderCommands = (db: WritableDb, act: () => Act) =>
  ({
    'orders.saveFlowNote': request => saveFlowNote(db, request, act()),
    'orders.saveLineDetails': request => saveLineDetails(db, request, act()),
  }) satisfies Partial<Handlers>
