import fs from 'node:fs'
import { archivePaths } from '#main/database/archive-paths.ts'
import type { WritableDb } from '#main/database/db.ts'
import { openReadable } from '#main/database/open-database.ts'
import { hasImportSince } from './import-batch.queries.ts'
import { findStagedFile } from './staging.queries.ts'
import { discardStaging, type StagedSheet, stagingIdPattern, stagingPath } from './staging.service.ts'

/** A file that was read to its end in an earlier session and never imported. */
export type LeftStaging = {
  readonly stagingId: string
  readonly fileName: string
  readonly filePath: string
  readonly sizeBytes: number
  readonly sha256: string
  readonly rowCount: number
  readonly stagedAt: string
}

/**
 * Lists the staged files that lie beside an archive, the oldest first.
 *
 * Shape: `null` for one that was not read to its end, or that the archive's key does not open.
 * Empty: an archive without any.
 */
export function listStagedFiles(
  archivePath: string,
  key: Uint8Array,
): { readonly stagingId: string; readonly left: LeftStaging | null }[] {
  const { staging } = archivePaths(archivePath)
  if (!fs.existsSync(staging)) return []
  return fs
    .readdirSync(staging)
    .flatMap(name => (stagingIdPattern.test(name.replace(/\.db$/, '')) ? name.replace(/\.db$/, '') : []))
    .map(stagingId => ({ stagingId, left: readLeft(archivePath, key, stagingId) }))
    .toSorted((one, other) => (one.left?.stagedAt ?? '').localeCompare(other.left?.stagedAt ?? ''))
}

function readLeft(archivePath: string, key: Uint8Array, stagingId: string): LeftStaging | null {
  const file = stagingPath(archivePath, stagingId)
  try {
    const database = openReadable({ file, key, role: 'reader' })
    try {
      const row = findStagedFile(database.db)
      if (!row?.sheets || row.sha256 === null) return null
      const sheets = JSON.parse(row.sheets) as StagedSheet[]
      return {
        ...{ stagingId, fileName: row.file_name, filePath: row.file_path, sizeBytes: row.size_bytes },
        sha256: row.sha256,
        rowCount: sheets.reduce((sum, sheet) => sum + sheet.rowCount, 0),
        stagedAt: fs.statSync(file).mtime.toISOString(),
      }
    } finally {
      database.close()
    }
  } catch {
    // It was never complete: the power went while it was being written, without waiting for the disk.
    return null
  }
}

/**
 * Removes what a session that ended half-way left of staged files: those that were not read to their end, and those that
 * were imported just before the end.
 *
 * Shape: the ids of those that are left, to be offered. Cost: opens each staged file once.
 */
export function removeHalfStaged(db: WritableDb, archivePath: string, key: Uint8Array): string[] {
  const kept: string[] = []
  for (const { stagingId, left } of listStagedFiles(archivePath, key)) {
    const isImported = left !== null && hasImportSince(db, left.sha256, left.stagedAt)
    if (left === null || isImported) discardStaging(db, archivePath, stagingId)
    else kept.push(stagingId)
  }
  return kept
}
