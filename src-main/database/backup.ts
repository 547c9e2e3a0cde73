import fs from 'node:fs'
import path from 'node:path'
import { AppError } from '#shared/contract/app-error.ts'
import type { BackupReason } from '#shared/domain/archive.ts'
import { type ArchivePaths, archivePaths } from './archive-paths.ts'
import { type BackupHeader, checkBackupFile, readBackupHeader, writeBackupFile } from './backup-file.ts'
import { chooseExpiredBackups, usualRotation } from './backup-rotation.ts'
import { openConnection, quickCheck } from './connection.ts'
import { type ContentFacts, readContentFacts, readContentMark, readNeededFiles } from './content-facts.ts'
import type { Connection } from './db.ts'
import { diskSpace, ensureSpace, type SpaceRule, syncFile, syncFolder, usualSpaceRule } from './safe-files.ts'
import { withArchiveErrors } from './to-archive-error.ts'
import type { Vault } from './vault.ts'

const shareOfDisk = 0.2
const damagedEnding = '.damaged.cbk'

/** What making a backup needs. */
export type BackupOptions = {
  readonly folder: string
  readonly vault: Vault
  readonly key: Uint8Array
  readonly reason: BackupReason
  readonly appVersion: string
  readonly now: Date
  readonly spaceRule?: SpaceRule | undefined
}

/** One file of backups/. */
export type BackupEntry = {
  readonly file: string
  /** Inside backups/ the number in the file's name; elsewhere the header's, 0 without one. */
  readonly sequence: number
  readonly sizeBytes: number
  /** Undefined when the header cannot be read. */
  readonly header: BackupHeader | undefined
  /** False when the file was found damaged, now or earlier, or comes from a later program. */
  readonly isGood: boolean
}

/**
 * Makes a verified backup of an archive and removes those that rotation no longer keeps.
 *
 * It reads through a connection of its own while others go on reading and writing. A copy counts only when it was
 * opened with the key, checked, compared with its source, wrapped, and read back byte by byte.
 * Errors: `disk-full` (asked before it starts), `backup-not-verified`, `archive-damaged`, `disk-failed`; nothing is
 * left behind then. Cost: about 1.5 s per 55 MB.
 */
export function createBackup(options: BackupOptions): BackupEntry {
  const paths = archivePaths(options.folder)
  return withArchiveErrors(() => {
    const sizeBytes = fs.statSync(paths.database).size
    ensureSpace(paths.folder, sizeBytes, options.spaceRule ?? usualSpaceRule)
    const sequence = nextSequence(paths)
    const file = path.join(paths.backups, `${String(sequence).padStart(6, '0')}.cbk`)
    const body = `${file}.body.tmp`
    const wrapped = `${file}.tmp`
    try {
      const facts = copyDatabase(paths, options.key, body)
      const { vault, reason, appVersion, now } = options
      const attachments = neededFilesOf(body, options.key)
      writeBackupFile(wrapped, body, {
        sequence,
        reason,
        madeAt: now.toISOString(),
        appVersion,
        ...facts,
        vault,
        attachments,
      })
      const header = checkBackupFile(wrapped)
      fs.renameSync(wrapped, file)
      syncFolder(paths.backups)
      rotate(paths, options)
      return { file, sequence, sizeBytes: fs.statSync(file).size, header, isGood: true }
    } finally {
      for (const half of [body, `${body}-journal`, wrapped]) fs.rmSync(half, { force: true })
    }
  })
}

/**
 * Lists the backups of an archive by their headers; no database is opened.
 *
 * Shape: newest first, by sequence number. Empty: an archive without backups, or without the folder for them.
 */
export function listBackups(folder: string): readonly BackupEntry[] {
  const { backups } = archivePaths(folder)
  if (!fs.existsSync(backups)) return []
  return withArchiveErrors(() =>
    fs
      .readdirSync(backups)
      .filter(name => /^\d+(\.damaged)?\.cbk$/.test(name))
      .map(name => ({ ...describeBackup(path.join(backups, name)), sequence: Number.parseInt(name, 10) }))
      .sort((a, b) => b.sequence - a.sequence),
  )
}

/** Describes one backup file, wherever it lies, by its header. Errors: those of the file system only. */
export function describeBackup(file: string): BackupEntry {
  const header = headerOrUndefined(file)
  return {
    file,
    sequence: header?.sequence ?? 0,
    sizeBytes: fs.statSync(file).size,
    header,
    isGood: header !== undefined && !file.endsWith(damagedEnding),
  }
}

/**
 * Reads every byte of a backup; one that does not hold gets the ending .damaged.cbk and is kept.
 *
 * Shape: the entry as it is afterwards. Cost: reads the whole file.
 */
export function verifyBackup(file: string): BackupEntry {
  return withArchiveErrors(() => {
    try {
      checkBackupFile(file)
      return describeBackup(file)
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'backup-damaged')) throw error
      return describeBackup(markDamaged(file))
    }
  })
}

/** Lists the files in attachments/ that any backup of an archive needs: they stay, whatever the archive itself holds. */
export function listBackedUpFiles(folder: string): ReadonlySet<string> {
  return new Set(listBackups(folder).flatMap(({ header }) => header?.attachments ?? []))
}

/**
 * Tells whether an archive holds something that its newest good backup does not.
 *
 * Empty: true while there is no backup. Cost: a few index reads.
 */
export function needsBackup(folder: string, key: Uint8Array): boolean {
  const newest = listBackups(folder).find(backup => backup.isGood)
  return withReader(
    archivePaths(folder),
    key,
    source => readContentMark(source) !== newest?.header?.contentMark,
  )
}

/**
 * Writes a compacted, encrypted copy of the database and verifies it: opened with the key, checked, compared with its
 * source.
 *
 * Errors: `backup-not-verified`, `archive-damaged`, and what the file system throws; the copy may then be half there.
 */
export function copyDatabase(paths: ArchivePaths, key: Uint8Array, body: string): ContentFacts {
  const [before, after] = withReader(paths, key, source => {
    const first = readContentFacts(source)
    // db.backup() fails on an encrypted file; this stays encrypted, compacts, and reads every page.
    source.prepare('VACUUM INTO ?').run(body)
    return [first, readContentFacts(source)]
  })
  syncFile(body)
  const copy = openConnection({ file: body, key, role: 'check' })
  try {
    quickCheck(copy)
    const facts = readContentFacts(copy)
    if (!isBetween(facts, before, after)) throw new AppError('backup-not-verified')
    return facts
  } finally {
    copy.close()
  }
}

/** What the copy needs, and not what lies in the folder: it may hold files that nobody needs any more. */
function neededFilesOf(body: string, key: Uint8Array): string[] {
  const copy = openConnection({ file: body, key, role: 'check' })
  try {
    return readNeededFiles(copy)
  } finally {
    copy.close()
  }
}

/** The writer may go on meanwhile: then the copy is a state between the two, else it equals both. */
function isBetween(copy: ContentFacts, before: ContentFacts, after: ContentFacts): boolean {
  const names = ['customers', 'orders', 'orderLines'] as const
  return (
    copy.schemaVersion === before.schemaVersion &&
    (before.contentMark !== after.contentMark || copy.contentMark === before.contentMark) &&
    names.every(name => {
      const ends = [before.counts[name], after.counts[name]]
      return copy.counts[name] >= Math.min(...ends) && copy.counts[name] <= Math.max(...ends)
    })
  )
}

function withReader<T>(paths: ArchivePaths, key: Uint8Array, work: (source: Connection) => T): T {
  const source = openConnection({ file: paths.database, key, role: 'reader' })
  try {
    return work(source)
  } finally {
    source.close()
  }
}

/** Damaged files and those of another archive are nobody's to delete here. */
function rotate(paths: ArchivePaths, { vault, now }: BackupOptions): void {
  const mostBytes = shareOfDisk * diskSpace(paths.folder).totalBytes
  const own = listBackups(paths.folder).flatMap(({ header, isGood, ...entry }) =>
    header?.vault.archiveId === vault.archiveId && isGood ? [{ ...header, ...entry }] : [],
  )
  for (const { file } of chooseExpiredBackups(own, now, { ...usualRotation, mostBytes })) fs.rmSync(file)
}

function nextSequence(paths: ArchivePaths): number {
  return Math.max(0, ...listBackups(paths.folder).map(backup => backup.sequence)) + 1
}

function headerOrUndefined(file: string): BackupHeader | undefined {
  try {
    return readBackupHeader(file)
  } catch (error) {
    if (error instanceof AppError) return undefined
    throw error
  }
}

function markDamaged(file: string): string {
  if (file.endsWith(damagedEnding)) return file
  const marked = file.replace(/\.cbk$/, damagedEnding)
  fs.renameSync(file, marked)
  return marked
}
