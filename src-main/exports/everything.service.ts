import fs from 'node:fs'
import path from 'node:path'
import { writeClearFiles } from '#main/attachments/clear-files.service.ts'
import type { FileStore } from '#main/attachments/file-store.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import { createPlainDatabase } from '#main/database/plain-database.ts'
import { syncFile } from '#main/database/safe-files.ts'
import type { SqlValue } from '#main/database/sql-value.ts'
import { listFields } from '#main/fields/field.service.ts'
import { getArchiveSettings } from '#main/settings/setting.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { defaultExportChoices, exportColumns } from '#shared/domain/export.ts'
import {
  attachmentsName,
  type ExportManifest,
  manifestName,
  plainDatabaseName,
} from '#shared/domain/export-folder.ts'
import type { Language } from '#shared/i18n/language.ts'
import { translateCode } from '#shared/i18n/translate.ts'
import { writeCsv } from './csv-writer.ts'
import { digestOf, type ExportJob, writeExportNow } from './export.service.ts'
import { fieldColumnsOf } from './field-cells.ts'
import { readmeOf } from './folder-readme.ts'
import type { ExportCell } from './sheet-xml.ts'
import {
  countRows,
  createTableLike,
  iterateRows,
  listColumns,
  listTables,
  prepareInsertRow,
} from './table-copy.queries.ts'
import { writeUnfinishedWorkbook } from './xlsx-writer.ts'

/** What is to be taken along, and where to; the folder is new. */
export type EverythingRequest = {
  readonly folder: string
  readonly language: Language
  readonly archiveName: string
  readonly archiveId: string
  /** Units: an instant in UTC. */
  readonly now: string
}

/** What was written. */
export type WrittenFolder = {
  readonly tables: readonly { readonly name: string; readonly rowCount: number }[]
  readonly sizeBytes: number
  /** Of the SQLite file, which holds everything. */
  readonly sha256: string
  /** Attached files that are missing or damaged: they are not in the folder. */
  readonly lostFiles: number
}

/** Logs that go on and on: as csv and in the SQLite file, not as workbooks. */
const logTables = new Set(['change', 'created_range', 'import_row'])
const rowsPerTick = 2000

/**
 * Writes everything that the archive holds into a folder that can be used without the program: customers and orders as
 * they are listed, every table as xlsx and csv, one SQLite file without a key, the attachments, and a page that explains
 * them.
 *
 * Errors: cancelled, disk-full and the other failures of a disk; the caller removes the folder then.
 * Cost: bounded memory; about 10 s for 200,000 customers with 800,000 orders.
 */
export async function writeEverything(
  db: ReadableDb,
  archiveMark: string,
  store: FileStore,
  request: EverythingRequest,
  job: ExportJob,
): Promise<WrittenFolder> {
  const release = db.holdSnapshot()
  try {
    const tables = listTables(db).map(name => ({ name, rowCount: countRows(db, name) }))
    const tally = new Tally(tables.reduce((sum, { rowCount }) => sum + rowCount, 0) * 3, job)
    fs.mkdirSync(path.join(request.folder, 'tables'), { recursive: true, mode: 0o700 })
    copyToPlainDatabase(db, path.join(request.folder, plainDatabaseName), tables, tally)
    for (const { name } of tables) await writeTable(db, request.folder, name, tally)
    await writeLists(db, archiveMark, request, tally)
    const attachments = path.join(request.folder, attachmentsName)
    const lostFiles = await writeClearFiles(db, store, attachments, job.isCancelled)
    const { sha256 } = digestOf(path.join(request.folder, plainDatabaseName))
    writePages(db, request, { tables, sha256, lostFiles })
    return { tables, sizeBytes: syncAll(request.folder), sha256, lostFiles }
  } finally {
    release()
  }
}

/** Counts rows over all files for the one progress of the job. */
class Tally {
  private done = 0
  private readonly total: number
  private readonly job: ExportJob

  constructor(total: number, job: ExportJob) {
    this.total = total
    this.job = job
  }

  *counted<T>(rows: Iterable<T>): Generator<T> {
    for (const row of rows) {
      if (this.done++ % rowsPerTick === 0) this.tick()
      yield row
    }
  }

  /** For files that count by themselves. */
  readonly quietJob: ExportJob = { isCancelled: () => this.job.isCancelled(), progress: () => this.tick() }

  private tick(): void {
    if (this.job.isCancelled()) throw new AppError('cancelled')
    this.job.progress('export', Math.min(1, this.done / Math.max(1, this.total)))
  }
}

function copyToPlainDatabase(
  db: ReadableDb,
  file: string,
  tables: WrittenFolder['tables'],
  tally: Tally,
): void {
  const plain = createPlainDatabase(file)
  try {
    plain.db.transaction(() => {
      for (const { name } of tables) {
        const columns = listColumns(db, name).map(column => column.name)
        createTableLike(db, plain.db, name)
        const insert = prepareInsertRow(plain.db, name, columns)
        for (const row of tally.counted(iterateRows(db, name, columns))) insert(row)
      }
    })
  } finally {
    plain.close()
  }
}

async function writeTable(db: ReadableDb, folder: string, table: string, tally: Tally): Promise<void> {
  const columns = listColumns(db, table)
  // Packed bytes are of use in the SQLite file only.
  if (columns.some(({ isBinary }) => isBinary)) return
  const names = columns.map(({ name }) => name)
  const rows = () => asCells(tally.counted(iterateRows(db, table, names)))
  const place = path.join(folder, 'tables', table)
  await writeCsv(`${place}.csv`, {
    headers: names,
    rows: rows(),
    encoding: 'utf-8',
    separator: ',',
    isForExcel: false,
  })
  if (logTables.has(table)) return
  await writeUnfinishedWorkbook(`${place}.xlsx`, {
    sheetName: () => table,
    columns: names.map(header => ({ header, widthChars: 18, style: 'text' as const })),
    rows: rows(),
  })
}

function* asCells(rows: Iterable<readonly SqlValue[]>): Generator<readonly ExportCell[]> {
  for (const row of rows)
    yield row.map(value => (typeof value === 'number' ? value : value === null ? null : String(value)))
}

/** Customers and orders with the headings of the window, as they are exported otherwise. */
async function writeLists(
  db: ReadableDb,
  archiveMark: string,
  { folder, language }: EverythingRequest,
  { quietJob }: Tally,
): Promise<void> {
  const beyond = [...fieldColumnsOf(listFields(db)).values()].map(({ column }) => column.name)
  for (const table of ['customers', 'orders'] as const)
    for (const format of ['xlsx', 'csv'] as const) {
      const choices = {
        ...defaultExportChoices,
        table,
        format,
        customerColumns: [...exportColumns.customers.map(({ name }) => name), ...beyond],
        orderColumns: exportColumns.orders.map(({ name }) => name),
      }
      const unfinished = path.join(folder, `${translateCode(language, `exports.table.${table}`)}.${format}`)
      await writeExportNow(db, archiveMark, { choices, customerIds: null, language, unfinished }, quietJob)
    }
}

function writePages(
  db: ReadableDb,
  request: EverythingRequest,
  { tables, sha256, lostFiles }: Omit<WrittenFolder, 'sizeBytes'>,
): void {
  const { folder, archiveName, archiveId, now } = request
  const manifest: ExportManifest = {
    format: 'kehu-export',
    version: 1,
    archiveId,
    archiveName,
    currency: getArchiveSettings(db).currency,
    exportedAt: now,
    databaseSha256: sha256,
    tables: Object.fromEntries(tables.map(({ name, rowCount }) => [name, rowCount])),
  }
  fs.writeFileSync(path.join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`)
  const described = tables.map(table => ({
    ...table,
    columns: listColumns(db, table.name).map(({ name }) => name),
    isLog: logTables.has(table.name),
  }))
  fs.writeFileSync(path.join(folder, 'README.md'), readmeOf(manifest, described, lostFiles))
}

/** Makes every file survive a power cut; answers the bytes in all. */
function syncAll(folder: string): number {
  let sizeBytes = 0
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name)
    if (entry.isDirectory()) sizeBytes += syncAll(place)
    else {
      syncFile(place)
      sizeBytes += fs.statSync(place).size
    }
  }
  return sizeBytes
}
