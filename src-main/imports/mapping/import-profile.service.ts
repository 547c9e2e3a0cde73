import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import type { RememberedReading } from '#main/imports/raw-row.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { ImportProfile } from '#shared/domain/import-mapping.ts'
import type { StoredProfile } from './choose-profile.ts'
import { fileNamePattern } from './file-name-pattern.ts'
import {
  deleteProfile,
  getMemoryRevision,
  insertProfile,
  listProfileRows,
  raiseMemoryRevision,
  updateProfile,
} from './import-profile.queries.ts'
import type { KnownColumn } from './recall-mapping.ts'

/** What an import teaches. `profile` is what was recalled for it, if anything. */
export type LearntMapping = Omit<StoredProfile, 'importProfileId' | 'fileNames'> & {
  readonly fileName: string
  readonly importBatchId: number
  readonly profile: StoredProfile | null
}

const profilesKept = 500
const fileNamesKept = 12
const goneColumnsKept = 200

/** Lists what is remembered, the newest first. What an import taught that was taken back does not count. */
export function listProfiles(db: ReadableDb): StoredProfile[] {
  return listProfileRows(db, profilesKept).flatMap(row => {
    const columns = row.state === 'undone' ? row.columns_before : row.columns
    if (columns === null) return []
    return {
      importProfileId: row.import_profile_id,
      kind: row.kind,
      platform: row.platform,
      shop: row.shop,
      headerRowCount: row.header_row_count,
      encoding: row.encoding,
      separator: row.separator,
      columns: JSON.parse(columns) as KnownColumn[],
      fileNames: JSON.parse(row.file_names) as string[],
      options: JSON.parse(row.options) as Record<string, unknown>,
      savedAt: row.saved_at,
    }
  })
}

/**
 * Lists the sources whose text files were read as somebody chose by hand, with what tells a file of theirs.
 *
 * Empty: none as long as every file was read as its content says.
 */
export function listRememberedReadings(db: ReadableDb, fileName: string): RememberedReading[] {
  const pattern = fileNamePattern(fileName)
  return listProfiles(db)
    .filter(({ encoding, separator }) => encoding !== null || separator !== null)
    .map(({ encoding, separator, headerRowCount, columns, fileNames }) => ({
      ...{ encoding, separator },
      headings: headerRowCount === 0 ? [] : headingsOf(columns),
      isSameName: pattern !== '' && fileNames.includes(pattern),
    }))
}

/** A heading of two rows stands in two places of the file: its last line tells enough. */
function headingsOf(columns: readonly KnownColumn[]): string[] {
  const present = columns.filter(column => !column.isGone)
  return present.map(column => column.header.split(' ').at(-1) ?? '').filter(heading => heading !== '')
}

/** Lists what is remembered as it is shown. */
export function listRemembered(db: ReadableDb): ImportProfile[] {
  return listProfiles(db).map(
    ({ importProfileId, kind, platform, shop, headerRowCount, savedAt, columns }) => ({
      ...{ importProfileId, kind, platform, shop, headerRowCount, savedAt },
      columns: columns.filter(column => !column.isGone).map(({ header, field }) => ({ header, field })),
    }),
  )
}

/**
 * Remembers how a file was read, in place of what was known of its source; of a source that was not recalled, anew.
 * Columns that the file has no more are kept, in case they come back.
 */
export function rememberMapping(db: WritableDb, learnt: LearntMapping): void {
  const { profile, fileName, importBatchId, kind, platform, shop } = learnt
  const isSameSource =
    profile !== null && profile.kind === kind && profile.platform === platform && profile.shop === shop
  const before = isSameSource ? profile : null
  const headers = new Set(learnt.columns.map(column => column.header))
  const gone = (before?.columns ?? [])
    .filter(column => !headers.has(column.header))
    .map(column => ({ ...column, isGone: true as const }))
  const pattern = fileNamePattern(fileName)
  const fileNames = [...(before?.fileNames ?? []).filter(name => name !== pattern), pattern]
  const row = {
    kind,
    platform,
    shop,
    header_row_count: learnt.headerRowCount,
    // What the content of this file told proves nothing about the next one.
    encoding: learnt.encoding ?? before?.encoding ?? null,
    separator: learnt.separator ?? before?.separator ?? null,
    columns: JSON.stringify([...learnt.columns, ...gone.slice(0, goneColumnsKept)]),
    columns_before: before ? JSON.stringify(before.columns) : null,
    file_names: JSON.stringify(fileNames.filter(name => name !== '').slice(-fileNamesKept)),
    options: JSON.stringify(learnt.options),
    import_batch_id: importBatchId,
    saved_at: learnt.savedAt,
  }
  if (!before || row.columns !== row.columns_before || row.options !== JSON.stringify(before.options))
    raiseMemoryRevision(db)
  if (before) updateProfile(db, before.importProfileId, row)
  else insertProfile(db, row)
}

/** Forgets what is remembered of a source. Errors: not-found. */
export function forgetProfile(db: WritableDb, importProfileId: number): null {
  if (!listProfiles(db).some(profile => profile.importProfileId === importProfileId))
    throw new AppError('not-found')
  db.transaction(() => {
    deleteProfile(db, importProfileId)
    raiseMemoryRevision(db)
  })
  return null
}

/** Says which state of memory and presets something was made from. */
export function memoryRevision(db: ReadableDb): number {
  return getMemoryRevision(db)
}
