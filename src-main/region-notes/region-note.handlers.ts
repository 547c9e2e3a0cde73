import type { Act } from '#main/changes/change-log.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { getRegionNotes, saveRegionNotes } from './region-note.service.ts'

/** Reads of the region notes room. */
export const regionNoteQueries = (db: ReadableDb) =>
  ({
    'regionNotes.ofCustomer': ({ customerId }) => getRegionNotes(db, customerId),
  }) satisfies Partial<Handlers>

/** Writes of the region notes room. `act` says who acts and when. */
export const regionNoteCommands = (db: WritableDb, act: () => Act) =>
  ({ 'regionNotes.save': request => saveRegionNotes(db, request, act()) }) satisfies Partial<Handlers>
