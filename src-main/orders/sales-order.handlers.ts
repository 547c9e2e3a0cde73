import type { ReadableDb } from '#main/database/db.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { getArchiveCounts, getArchiveStats } from './sales-order.service.ts'

/** Reads about the whole archive that answer within a frame. */
export const archiveCountQueries = (db: ReadableDb) =>
  ({
    'archives.counts': () => getArchiveCounts(db),
  }) satisfies Pick<Handlers, 'archives.counts'>

/** Reads about the whole archive that look at every order. */
export const archiveStatsQueries = (db: ReadableDb) =>
  ({
    'archives.stats': () => getArchiveStats(db),
  }) satisfies Pick<Handlers, 'archives.stats'>
