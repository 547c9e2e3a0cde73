import fs from 'node:fs'
import path from 'node:path'
import { findManifest } from '#main/exports/restore-folder.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { SkipReason } from '#shared/contract/files.contract.ts'

/** A file that was named or lies in a folder that was; `folder` is its place below that folder. */
export type FoundFile = {
  readonly filePath: string
  readonly name: string
  readonly folder: string | null
  readonly sizeBytes: number
  /** Why it is not read. Files that were named themselves are always read. */
  readonly skipped: SkipReason | null
}

/** Endings of the files that are taken out of a folder, without the dot. */
export const tableEndings = [
  ...[
    'xlsx',
    'xlsm',
    'xltx',
    'xltm',
    'xlsb',
    'xls',
    'xlt',
    'et',
    'ett',
    'ods',
    'fods',
    'csv',
    'tsv',
    'tab',
    'txt',
  ],
  ...['xml', 'htm', 'html', 'slk', 'dbf', 'prn'],
] as const

export const folderLimits = { depth: 8, files: 500, entries: 20_000 } as const

type Walk = { readonly found: FoundFile[]; entries: number; files: number }

/**
 * Turns files and folders into files; a folder's are sorted by name, its sub-folders after them.
 *
 * Hidden files and folders, those of archives of this program, and links are passed over in silence; files that an open Excel
 * leaves behind (~$x.xlsx), empty ones and those of unknown endings are named as skipped.
 * Errors: file-missing.
 */
export function expandFolders(paths: readonly string[]): FoundFile[] {
  const walk: Walk = { found: [], entries: 0, files: 0 }
  for (const filePath of paths) {
    const facts = fs.statSync(filePath, { throwIfNoEntry: false })
    const name = path.basename(filePath)
    if (!facts) throw new AppError('file-missing', { name })
    if (facts.isDirectory()) readFolder(walk, filePath)
    else walk.found.push({ filePath, name, folder: null, sizeBytes: facts.size, skipped: null })
  }
  return walk.found
}

function readFolder(walk: Walk, folder: string): void {
  const before = walk.found.length
  enterFolder(walk, folder, path.basename(folder), 0)
  if (walk.found.length === before) walk.found.push(skippedFolder(folder, 'no-tables'))
}

function enterFolder(walk: Walk, folder: string, shown: string, depth: number): void {
  if (findManifest(folder)) {
    walk.found.push(skippedFolder(folder, 'whole-export'))
    return
  }
  const entries = entriesOf(folder)
  if (entries === undefined) {
    walk.found.push(skippedFolder(folder, 'unreadable'))
    return
  }
  const isSeen = (entry: fs.Dirent) => !entry.name.startsWith('.') && entry.name !== '__MACOSX'
  const seen = entries.filter(isSeen).sort((a, b) => a.name.localeCompare(b.name, 'zh-CN', { numeric: true }))
  for (const entry of seen.filter(one => one.isFile())) takeFile(walk, folder, shown, entry.name)
  const folders = seen.filter(one => one.isDirectory() && !one.name.endsWith('.kehu'))
  for (const { name } of folders) {
    const inner = path.join(folder, name)
    if (depth + 1 >= folderLimits.depth) walk.found.push(skippedFolder(inner, 'too-many'))
    else enterFolder(walk, inner, `${shown}/${name}`, depth + 1)
  }
}

function entriesOf(folder: string): fs.Dirent[] | undefined {
  try {
    return fs.readdirSync(folder, { withFileTypes: true })
  } catch {
    return undefined
  }
}

function takeFile(walk: Walk, folder: string, shown: string, name: string): void {
  if (++walk.entries > folderLimits.entries) return
  const filePath = path.join(folder, name)
  const sizeBytes = fs.statSync(filePath, { throwIfNoEntry: false })?.size ?? 0
  const skipped = skipReason(walk, name, sizeBytes)
  if (skipped === null) walk.files++
  walk.found.push({ filePath, name, folder: shown, sizeBytes, skipped })
}

function skipReason(walk: Walk, name: string, sizeBytes: number): SkipReason | null {
  if (/^~\$|^~.*\.tmp$|\.(tmp|crdownload|part)$/i.test(name)) return 'temporary'
  const ending = path.extname(name).slice(1).toLowerCase()
  if (!(tableEndings as readonly string[]).includes(ending)) return 'unknown-kind'
  if (sizeBytes === 0) return 'empty'
  return walk.files >= folderLimits.files ? 'too-many' : null
}

function skippedFolder(folder: string, skipped: SkipReason): FoundFile {
  return { filePath: folder, name: path.basename(folder), folder: null, sizeBytes: 0, skipped }
}
