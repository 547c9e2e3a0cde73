import { type Act, type ChangeRecorder, changeTogether } from '#main/changes/change-log.service.ts'
import { raiseRevision } from '#main/changes/revision.service.ts'
import { getCustomerRows } from '#main/customers/customer.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { queueForIndexing } from '#main/search/search-queue.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { type FileEntry, FileEntryDraft } from '#shared/domain/file-entry.ts'
import { toStoredTextOrNull } from '#shared/domain/text.ts'
import {
  deleteEntry,
  type EntryColumns,
  findEntry,
  insertEntry,
  listEntries,
  listNoteCounts,
  updateEntry,
} from './entry.queries.ts'

/** Reads the lines of a customer's file, the newest day first, those without a day last. */
export function getEntries(db: ReadableDb, customerId: number): FileEntry[] {
  return listEntries(db, customerId).map(row => ({ entryId: row.file_entry_id, entry: readEntry(row) }))
}

/** Counts the notes of service until a day, customer by customer. */
export function countServiceNotes(db: ReadableDb, asOf: CalendarDate): ReadonlyMap<number, number> {
  return new Map(listNoteCounts(db, asOf))
}

/** Makes of a stored line what was typed for it. */
function readEntry({ kind, happened_on, content }: EntryColumns): FileEntryDraft {
  const happened = happened_on === null ? {} : { happenedOn: happened_on }
  return FileEntryDraft.parse({ kind, ...happened, ...(JSON.parse(content) as object) })
}

/** Adds a line to a customer's file. Errors: not-found for a customer who does not exist or is in the bin. */
export function addEntry(db: WritableDb, customerId: number, draft: FileEntryDraft, act: Act) {
  let entryId = 0
  const changeSetId = changed(db, 'entry-added', act, recorder => {
    if (getCustomerRows(db, [customerId]).length === 0) throw new AppError('not-found')
    entryId = writeEntry(db, recorder, { customerId, draft, now: act.now })
    return customerId
  })
  return { entryId, changeSetId: changeSetId ?? 0 }
}

type NewEntry = { readonly customerId: number; readonly draft: FileEntryDraft; readonly now: string }

/** Writes a new line within an act, which brings the file up to date afterwards (`afterWrite`); its key. */
export function writeEntry(
  db: WritableDb,
  recorder: ChangeRecorder,
  { customerId, draft, now }: NewEntry,
): number {
  const entryId = insertEntry(db, { ...columnsOf(draft), customer_id: customerId, created_at: now })
  recorder.inserted('file_entry', entryId)
  return entryId
}

/** Changes a line. Errors: not-found, also for a line of another kind. Empty: changeSetId null when nothing changed. */
export function saveEntry(db: WritableDb, entryId: number, draft: FileEntryDraft, act: Act) {
  const changeSetId = changed(db, 'entry-changed', act, recorder => {
    const stored = findEntry(db, entryId)
    if (!stored || stored.kind !== draft.kind) throw new AppError('not-found')
    const columns = columnsOf(draft)
    recorder.updated('file_entry', entryId, 'happened_on', stored.happened_on, columns.happened_on)
    recorder.updated('file_entry', entryId, 'content', stored.content, columns.content)
    updateEntry(db, entryId, columns)
    return stored.customer_id
  })
  return { changeSetId }
}

/** Removes a line. Errors: not-found. */
export function removeEntry(db: WritableDb, entryId: number, act: Act) {
  const changeSetId = changed(db, 'entry-removed', act, recorder => {
    const stored = findEntry(db, entryId)
    if (!stored) throw new AppError('not-found')
    recorder.deleting('file_entry', entryId)
    deleteEntry(db, entryId)
    return stored.customer_id
  })
  return { changeSetId: changeSetId ?? 0 }
}

function changed(
  db: WritableDb,
  kind: 'entry-added' | 'entry-changed' | 'entry-removed',
  { actor, now }: Act,
  write: (recorder: ChangeRecorder) => number,
): number | null {
  return changeTogether(db, { kind, actor, madeAt: now }, recorder => {
    const customerId = write(recorder)
    if (recorder.count === 0) return
    queueForIndexing(db, [customerId])
    raiseRevision(db, 'customers')
  })
}

/** Texts as they are stored; the day stands in a column of its own. */
function columnsOf({ kind, ...draft }: FileEntryDraft): EntryColumns {
  const { happenedOn = null, ...content } = { happenedOn: undefined, ...draft }
  const stored = Object.entries(content).map(([part, value]) => [part, toStoredTextOrNull(value ?? null)])
  return { kind, happened_on: happenedOn, content: JSON.stringify(Object.fromEntries(stored)) }
}
