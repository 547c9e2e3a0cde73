import type { ReadableDb } from '#main/database/db.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import type { Portraits } from './portrait.service.ts'
import { getPortraitRows } from './portrait-rows.service.ts'

/** Reads of portraits, and of what their sentences rest on. */
export const portraitQueries = (db: ReadableDb, portraits: Portraits) =>
  ({
    'analytics.getPortrait': request => portraits.paint(request),
    'analytics.getPortraitRows': request => getPortraitRows(db, request),
  }) satisfies Partial<Handlers>
