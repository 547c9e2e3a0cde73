import type { Act } from '#main/changes/change-log.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { addEntry, getEntries, removeEntry, saveEntry } from './entry.service.ts'

/** Reads of the entries room. */
export const entryQueries = (db: ReadableDb) =>
  ({ 'entries.ofCustomer': ({ customerId }) => getEntries(db, customerId) }) satisfies Partial<Handlers>

/** Writes of the entries room. `act` says who acts and when. */
export const entryCommands = (db: WritableDb, act: () => Act) =>
  ({
    'entries.add': ({ customerId, entry }) => addEntry(db, customerId, entry, act()),
    'entries.save': ({ entryId, entry }) => saveEntry(db, entryId, entry, act()),
    'entries.remove': ({ entryId }) => removeEntry(db, entryId, act()),
  }) satisfies Partial<Handlers>
