import { attachStaging, detachStaging, isStagingAttached } from '#main/database/attach-staging.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import type { FileFormat } from '#shared/domain/file-format.ts'
import type { ReadingOrigin } from '#shared/domain/import-batch.ts'

/** A staged file as its one row says. `sheets` is JSON; it, hash and format are null until reading has ended. */
export type StagedFileRow = {
  readonly file_name: string
  readonly file_path: string
  readonly size_bytes: number
  readonly sha256: string | null
  readonly format: FileFormat | null
  readonly encoding: string | null
  readonly separator: string | null
  readonly encoding_origin: ReadingOrigin
  readonly separator_origin: ReadingOrigin
  readonly sheets: string | null
}

const schemaOf = (stagingId: string) => `staging_${stagingId}`

/** Creates a staging file and leaves it attached, ready for chunks. */
export function createStagingFile(
  db: WritableDb,
  stagingId: string,
  path: string,
  file: Pick<StagedFileRow, 'file_name' | 'file_path' | 'size_bytes'>,
): void {
  const schema = schemaOf(stagingId)
  attachStaging(db, path, schema)
  db.prepare(`CREATE TABLE ${schema}.staged_file (
    file_name TEXT NOT NULL, file_path TEXT NOT NULL, size_bytes INTEGER NOT NULL, sha256 TEXT, format TEXT,
    encoding TEXT, separator TEXT, encoding_origin TEXT NOT NULL DEFAULT 'found',
    separator_origin TEXT NOT NULL DEFAULT 'found', sheets TEXT) STRICT`).run()
  db.prepare(`CREATE TABLE ${schema}.staged_chunk (
    staged_chunk_id INTEGER PRIMARY KEY, sheet_index INTEGER NOT NULL, row_count INTEGER NOT NULL, body BLOB NOT NULL
  ) STRICT`).run()
  db.prepare(`INSERT INTO ${schema}.staged_file (file_name, file_path, size_bytes) VALUES (?, ?, ?)`).run(
    file.file_name,
    file.file_path,
    file.size_bytes,
  )
}

/** Stores a batch of rows as it came. */
export function insertStagedChunk(
  db: WritableDb,
  stagingId: string,
  chunk: { readonly sheetIndex: number; readonly rowCount: number; readonly body: Uint8Array },
): void {
  db.prepare(
    `INSERT INTO ${schemaOf(stagingId)}.staged_chunk (sheet_index, row_count, body) VALUES (?, ?, ?)`,
  ).run(chunk.sheetIndex, chunk.rowCount, chunk.body)
}

/** Reads the file's row while it is attached. */
export function findAttachedFile(db: WritableDb, stagingId: string): StagedFileRow | undefined {
  const schema = schemaOf(stagingId)
  if (!isStagingAttached(db, schema)) return undefined
  return db.prepareRead<StagedFileRow>(`SELECT * FROM ${schema}.staged_file`).get()
}

/** Reads the first chunk of a sheet while the file is attached. Empty: undefined for a sheet without rows. */
export function findFirstChunkBody(
  db: WritableDb,
  stagingId: string,
  sheetIndex: number,
): Uint8Array | undefined {
  return db
    .prepareRead<{ body: Uint8Array }>(
      `SELECT body FROM ${schemaOf(stagingId)}.staged_chunk WHERE sheet_index = ? ORDER BY staged_chunk_id LIMIT 1`,
    )
    .get(sheetIndex)?.body
}

/** Writes down what was found out by reading, makes the chunks of a sheet easy to find, and lets go of the file. */
export function finishStagingFile(
  db: WritableDb,
  stagingId: string,
  facts: Omit<StagedFileRow, 'file_name' | 'file_path' | 'size_bytes'>,
): void {
  const schema = schemaOf(stagingId)
  db.prepare(
    `UPDATE ${schema}.staged_file
     SET sha256 = ?, format = ?, encoding = ?, separator = ?, encoding_origin = ?, separator_origin = ?, sheets = ?`,
  ).run(
    ...[facts.sha256, facts.format, facts.encoding, facts.separator],
    ...[facts.encoding_origin, facts.separator_origin, facts.sheets],
  )
  db.prepare(
    `CREATE INDEX ${schema}.staged_chunk_sheet ON staged_chunk (sheet_index, staged_chunk_id, row_count)`,
  ).run()
  detachStagingFile(db, stagingId)
}

/** Lets go of a staging file. */
export function detachStagingFile(db: WritableDb, stagingId: string): void {
  detachStaging(db, schemaOf(stagingId))
}

/** Reads the file's row from a connection of its own. */
export function findStagedFile(staging: ReadableDb): StagedFileRow | undefined {
  return staging.prepareRead<StagedFileRow>('SELECT * FROM staged_file').get()
}

/** Lists the chunks of a sheet in order. */
export function listStagedChunks(staging: ReadableDb, sheetIndex: number) {
  return staging
    .prepareRead<{ staged_chunk_id: number; row_count: number }>(
      'SELECT staged_chunk_id, row_count FROM staged_chunk WHERE sheet_index = ? ORDER BY staged_chunk_id',
    )
    .all(sheetIndex)
}

/** Makes the function that reads the body of a chunk. */
export function prepareFindChunkBody(staging: ReadableDb): (stagedChunkId: number) => Uint8Array {
  const statement = staging.prepareRead<{ body: Uint8Array }>(
    'SELECT body FROM staged_chunk WHERE staged_chunk_id = ?',
  )
  return stagedChunkId => {
    const row = statement.get(stagedChunkId)
    if (!row) throw new Error('a listed chunk is there')
    return row.body
  }
}
