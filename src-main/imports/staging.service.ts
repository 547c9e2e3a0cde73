import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { archivePaths } from '#main/database/archive-paths.ts'
import type { WritableDb } from '#main/database/db.ts'
import { openReadable } from '#main/database/open-database.ts'
import { withArchiveErrors } from '#main/database/to-archive-error.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { FileFormat } from '#shared/domain/file-format.ts'
import type { ReadingOrigin } from '#shared/domain/import-batch.ts'
import { isDamageList } from './import-correction.service.ts'
import type { SheetRows } from './plan/sheet-rows.ts'
import type { OpenedFile, RawRow } from './raw-row.ts'
import {
  createStagingFile,
  detachStagingFile,
  findAttachedFile,
  findFirstChunkBody,
  findStagedFile,
  finishStagingFile,
  insertStagedChunk,
  listStagedChunks,
  prepareFindChunkBody,
} from './staging.queries.ts'

/** A sheet of a staged file. */
export type StagedSheet = { readonly name: string; readonly isHidden: boolean; readonly rowCount: number }

/** What is known of a staged file. */
export type StagedFacts = {
  readonly fileName: string
  readonly sizeBytes: number
  readonly sha256: string
  readonly format: FileFormat
  readonly encoding: string | null
  readonly separator: string | null
  readonly encodingOrigin: ReadingOrigin
  readonly separatorOrigin: ReadingOrigin
  readonly sheets: readonly StagedSheet[]
}

/** A staged file that is open for reading. */
export type StagedFile = {
  readonly facts: StagedFacts
  rowsOf(sheetIndex: number): SheetRows
  close(): void
}

/** Sheets up to this size stay parsed between the passes of one plan. */
const rowsKeptParsed = 20_000
/** What the id of a staged file looks like; it names the file. */
export const stagingIdPattern = /^[0-9a-f]{16}$/

/** Starts staging a foreign file; its rows are then appended batch by batch. */
export function beginStaging(
  db: WritableDb,
  archivePath: string,
  file: { readonly fileName: string; readonly filePath: string; readonly sizeBytes: number },
): { stagingId: string } {
  const stagingId = randomBytes(8).toString('hex')
  withArchiveErrors(() => {
    fs.mkdirSync(archivePaths(archivePath).staging, { recursive: true, mode: 0o700 })
    createStagingFile(db, stagingId, stagingPath(archivePath, stagingId), {
      file_name: file.fileName,
      file_path: file.filePath,
      size_bytes: file.sizeBytes,
    })
  })
  return { stagingId }
}

/** Stores a batch of rows unopened. Errors: import-not-staged. */
export function appendStaging(
  db: WritableDb,
  batch: {
    readonly stagingId: string
    readonly sheetIndex: number
    readonly rowCount: number
    readonly body: Uint8Array
  },
): void {
  requireAttached(db, batch.stagingId)
  withArchiveErrors(() => insertStagedChunk(db, batch.stagingId, batch))
}

/**
 * Ends staging: the file is hashed and everything is ready for a preview.
 *
 * Errors: import-not-staged; file-missing when the file has gone meanwhile.
 */
export function finishStaging(
  db: WritableDb,
  request: {
    readonly stagingId: string
    readonly file: OpenedFile
    readonly rowsPerSheet: readonly number[]
  },
): void {
  const { stagingId, file, rowsPerSheet } = request
  const staged = requireAttached(db, stagingId)
  const isList = (sheetIndex: number) =>
    file.sheets.length > 1 && isDamageList(findFirstStagedRow(db, stagingId, sheetIndex))
  const sheets = file.sheets.map((sheet, index) => ({
    ...sheet,
    isHidden: sheet.isHidden || isList(index),
    rowCount: rowsPerSheet[index] ?? 0,
  }))
  const sha256 = hashFile(staged.file_path)
  withArchiveErrors(() =>
    finishStagingFile(db, stagingId, {
      sha256,
      format: file.format,
      encoding: file.encoding ?? null,
      separator: file.separator ?? null,
      encoding_origin: file.encodingOrigin ?? 'found',
      separator_origin: file.separatorOrigin ?? 'found',
      sheets: JSON.stringify(sheets),
    }),
  )
}

/** Drops a staged file. Empty: nothing happens when there is none of that name. */
export function discardStaging(db: WritableDb, archivePath: string, stagingId: string): void {
  if (!stagingIdPattern.test(stagingId)) return
  detachStagingFile(db, stagingId)
  const file = stagingPath(archivePath, stagingId)
  for (const suffix of ['', '-journal']) fs.rmSync(file + suffix, { force: true })
}

/** Opens a staged file on a connection of its own. Errors: import-not-staged. */
export function openStagedFile(archivePath: string, key: Uint8Array, stagingId: string): StagedFile {
  const file = stagingPath(archivePath, stagingId)
  if (!stagingIdPattern.test(stagingId) || !fs.existsSync(file)) throw new AppError('import-not-staged')
  const database = openReadable({ file, key, role: 'reader' })
  const row = findStagedFile(database.db)
  if (!row?.sheets || row.sha256 === null || row.format === null) {
    database.close()
    throw new AppError('import-not-staged')
  }
  const facts: StagedFacts = {
    fileName: row.file_name,
    sizeBytes: row.size_bytes,
    sha256: row.sha256,
    format: row.format,
    encoding: row.encoding,
    separator: row.separator,
    encodingOrigin: row.encoding_origin,
    separatorOrigin: row.separator_origin,
    sheets: JSON.parse(row.sheets) as StagedSheet[],
  }
  const bodyOf = prepareFindChunkBody(database.db)
  return {
    facts,
    rowsOf: sheetIndex => stagedRows(listStagedChunks(database.db, sheetIndex), bodyOf),
    close: () => database.close(),
  }
}

function stagedRows(
  chunks: readonly { readonly staged_chunk_id: number; readonly row_count: number }[],
  bodyOf: (stagedChunkId: number) => Uint8Array,
): SheetRows {
  const isSmall = chunks.reduce((sum, chunk) => sum + chunk.row_count, 0) <= rowsKeptParsed
  const parsed = new Map<number, readonly RawRow[]>()
  const decoder = new TextDecoder()
  const readBody = (index: number) => bodyOf(chunks[index]?.staged_chunk_id ?? 0)
  return {
    chunkCount: chunks.length,
    readBody,
    readChunk: index => {
      const known = parsed.get(index)
      if (known) return known
      const rows = JSON.parse(decoder.decode(readBody(index))) as readonly RawRow[]
      if (!isSmall) parsed.clear()
      parsed.set(index, rows)
      return rows
    },
  }
}

function findFirstStagedRow(db: WritableDb, stagingId: string, sheetIndex: number): RawRow | undefined {
  const body = findFirstChunkBody(db, stagingId, sheetIndex)
  return body && (JSON.parse(new TextDecoder().decode(body)) as readonly RawRow[])[0]
}

function requireAttached(db: WritableDb, stagingId: string) {
  const staged = stagingIdPattern.test(stagingId) ? findAttachedFile(db, stagingId) : undefined
  if (!staged) throw new AppError('import-not-staged')
  return staged
}

/** Tells where a staged file lies. Reads nothing. */
export function stagingPath(archivePath: string, stagingId: string): string {
  return path.join(archivePaths(archivePath).staging, `${stagingId}.db`)
}

function hashFile(filePath: string): string {
  if (!fs.existsSync(filePath)) throw new AppError('file-missing')
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(1 << 20)
  const handle = fs.openSync(filePath, 'r')
  try {
    for (;;) {
      const length = fs.readSync(handle, buffer, 0, buffer.length, null)
      if (length === 0) return hash.digest('hex')
      hash.update(buffer.subarray(0, length))
    }
  } finally {
    fs.closeSync(handle)
  }
}
