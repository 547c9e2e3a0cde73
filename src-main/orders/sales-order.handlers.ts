import type { ReadableDb } from '#main/database/db.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { getArchiveCounts, getArchiveStats } from './sales-order.service.ts'

/** Reads about the whole archive that look at every order. */
export const archiveQueries = (db: ReadableDb) =>
  ({
    'archives.counts': () => getArchiveCounts(db),
    'archives.stats': () => getArchiveStats(db),
  }) satisfies Partial<Handlers>
