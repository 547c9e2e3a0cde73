import fs from 'node:fs'
import path from 'node:path'
import { type ClearFilesRead, readClearFiles } from '#main/attachments/clear-files.service.ts'
import type { FileStore } from '#main/attachments/file-store.service.ts'
import { recordAuditEvent } from '#main/audit/audit-event.service.ts'
import { beginChangeSet, type LoggedTable, loggedTables } from '#main/changes/change-log.service.ts'
import { raiseRevision } from '#main/changes/revision.service.ts'
import { fillStrokeKeys } from '#main/customers/name-keys.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { openPlainDatabase } from '#main/database/plain-database.ts'
import { recordRestoredBatch } from '#main/imports/restored-batch.service.ts'
import { refreshCustomerTotalsOfRange } from '#main/orders/customer-total.service.ts'
import { queueRangeForIndexing } from '#main/search/search-queue.service.ts'
import { getArchiveSettings, saveArchiveSettings } from '#main/settings/setting.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import {
  attachmentsName,
  ExportManifest,
  type FolderRestored,
  manifestName,
  plainDatabaseName,
} from '#shared/domain/export-folder.ts'
import { digestOf, type ExportJob } from './export.service.ts'
import {
  deferForeignKeys,
  findLastKey,
  hasContent,
  iterateRows,
  listColumns,
  prepareInsertRow,
  raiseCounters,
  renamePictures,
  setImportBatch,
} from './table-copy.queries.ts'

const rowsPerTick = 2000
/** A merge names lines of the change log, which stays in the folder: merged customers stay merged. */
const ofTheLog = new Set<LoggedTable>(['customer_merge'])

/** Reads the manifest of a folder. Empty: undefined for any other folder. */
export function findManifest(folder: string): ExportManifest | undefined {
  const file = path.join(folder, manifestName)
  if (!fs.existsSync(file) || fs.statSync(file).size > 1_000_000) return undefined
  try {
    return ExportManifest.parse(JSON.parse(fs.readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}

/**
 * Brings a folder that holds a whole archive into an empty one, as one import that can be taken back: customers with
 * numbers, cards, contact points, identities and tags, products, orders with lines and refunds, opening balances. The
 * histories of imports and edits stay in the folder.
 *
 * Errors: export-folder-unknown; archive-not-empty; currency-differs; file-missing, file-damaged (other than the
 * manifest says); cancelled. After an error nothing has changed.
 */
export function restoreFolder(
  db: WritableDb,
  store: FileStore,
  { folder, ...act }: { readonly folder: string; readonly actor: string; readonly now: string },
  job: ExportJob,
): FolderRestored {
  const start = performance.now()
  const manifest = findManifest(folder)
  if (!manifest) throw new AppError('export-folder-unknown')
  if (hasContent(db)) throw new AppError('archive-not-empty')
  if (getArchiveSettings(db).currency !== manifest.currency) throw new AppError('currency-differs')
  const file = path.join(folder, plainDatabaseName)
  const plain = openPlainDatabase(file)
  try {
    const { sha256, sizeBytes } = digestOf(file)
    if (sha256 !== manifest.databaseSha256) throw new AppError('file-damaged')
    const source = { fileName: path.basename(folder), sizeBytes, sha256 }
    return db.transaction(() => {
      const files = { from: plain.db, folder: path.join(folder, attachmentsName) }
      const taken = readClearFiles(db, store, files, job.isCancelled)
      const restored = copyAll(db, plain.db, manifest, { ...act, source, taken }, job)
      return { ...restored, elapsedMs: Math.round(performance.now() - start) }
    })
  } finally {
    plain.close()
  }
}

function copyAll(
  db: WritableDb,
  from: ReadableDb,
  manifest: ExportManifest,
  act: {
    readonly actor: string
    readonly now: string
    readonly source: { readonly fileName: string; readonly sizeBytes: number; readonly sha256: string }
    readonly taken: ClearFilesRead
  },
  job: ExportJob,
): Omit<FolderRestored, 'elapsedMs'> {
  const { customer: customers = 0, sales_order: orders = 0, order_line: lines = 0 } = manifest.tables
  const importBatchId = recordRestoredBatch(db, { ...act.source, now: act.now, customers, orders, lines })
  const recorder = beginChangeSet(db, {
    kind: 'import',
    actor: act.actor,
    madeAt: act.now,
    importBatchId,
  })
  deferForeignKeys(db)
  const rows: Record<string, number> = {}
  const tables = (Object.keys(loggedTables) as LoggedTable[]).filter(table => !ofTheLog.has(table))
  tables.forEach((table, index) => {
    if (job.isCancelled()) throw new AppError('cancelled')
    job.progress('export', index / tables.length)
    const { count, firstId, lastId } = copyTable(db, from, table, { job, taken: act.taken })
    if (firstId > 0) recorder.created(table, firstId, lastId)
    rows[table] = count
    if (table !== 'customer') return
    fillStrokeKeys(db)
    queueRangeForIndexing(db, firstId, lastId)
  })
  renamePictures(db, act.taken.names)
  setImportBatch(db, importBatchId)
  raiseCounters(db, from)
  takeSettings(db, from)
  refreshCustomerTotalsOfRange(db, 1, Number.MAX_SAFE_INTEGER)
  raiseRevision(db, 'customers')
  raiseRevision(db, 'orders')
  recordAuditEvent(db, {
    made_at: act.now,
    actor: act.actor,
    action: 'export.restored',
    subject: `import_batch:${importBatchId}`,
    digest: act.source.sha256,
  })
  const { missing: missingFiles } = act.taken
  return { importBatchId, customers: rows.customer ?? 0, orders: rows.sales_order ?? 0, rows, missingFiles }
}

/**
 * Copies the columns that both sides have; an older or newer program may know fewer or more. What every archive begins with,
 * such as groups of fields, takes the folder's values and is not counted as created: taking it back leaves it there.
 */
function copyTable(
  db: WritableDb,
  from: ReadableDb,
  table: LoggedTable,
  { job, taken }: { readonly job: ExportJob; readonly taken: ClearFilesRead },
) {
  const offered = new Set(listColumns(from, table).map(({ name }) => name))
  const columns = [loggedTables[table], ...listColumns(db, table).map(({ name }) => name)].filter(
    (name, index, all) => offered.has(name) && all.indexOf(name) === index,
  )
  const range = { count: 0, firstId: 0, lastId: -1 }
  if (columns.length === 0) return range
  const lastThere = findLastKey(db, table, loggedTables[table])
  const insert = prepareInsertRow(db, table, columns)
  const fileColumn = columns.indexOf('stored_file_id')
  for (const row of iterateRows(from, table, columns)) {
    if (range.count++ % rowsPerTick === 0 && job.isCancelled()) throw new AppError('cancelled')
    const fileId = taken.ids.get(Number(row[fileColumn]))
    if (fileColumn >= 0 && fileId === undefined) continue
    insert(fileId === undefined ? row : row.with(fileColumn, fileId))
    const id = Number(row[0])
    if (id <= lastThere) continue
    if (range.firstId === 0) range.firstId = id
    range.lastId = id
  }
  return range
}

/** The shop's name and the letters of its numbers, where this archive has no name yet. */
function takeSettings(db: WritableDb, from: ReadableDb): void {
  const { shopName } = getArchiveSettings(db)
  if (shopName !== '') return
  const { currency: _kept, ...settings } = getArchiveSettings(from)
  saveArchiveSettings(db, settings)
}
