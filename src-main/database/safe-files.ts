import fs from 'node:fs'
import path from 'node:path'
import { AppError } from '#shared/contract/app-error.ts'

/** Says how much free space an operation wants before it starts: `factor` times the file, and `extraBytes`. */
export type SpaceRule = { readonly factor: number; readonly extraBytes: number }

/** Three times the archive and 200 MiB. */
export const usualSpaceRule: SpaceRule = { factor: 3, extraBytes: 200 * 1024 * 1024 }

/** Writes a small file so that a power cut leaves either the old or the new one: temporary file, fsync, rename. */
export function writeFileSafely(file: string, data: string | Uint8Array): void {
  const temporary = `${file}.tmp`
  const handle = fs.openSync(temporary, 'w', 0o600)
  try {
    fs.writeFileSync(handle, data)
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
  fs.renameSync(temporary, file)
  syncFolder(path.dirname(file))
}

/** Makes the file's bytes survive a power cut. */
export function syncFile(file: string): void {
  const handle = fs.openSync(file, 'r+')
  try {
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
}

/** Makes renames in a folder survive a power cut. Windows keeps them by itself and cannot open a folder. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = fs.openSync(folder, 'r')
  try {
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
}

/** Tells how many bytes a user may still write where `place` lies, and how large that disk is. */
export function diskSpace(place: string): { freeBytes: number; totalBytes: number } {
  const { bavail, blocks, bsize } = fs.statfsSync(place)
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize }
}

/** Errors: `disk-full` when less is free at `place` than the rule wants for a file of this size. */
export function ensureSpace(place: string, sizeBytes: number, rule: SpaceRule): void {
  const neededBytes = rule.factor * sizeBytes + rule.extraBytes
  const { freeBytes } = diskSpace(place)
  if (freeBytes < neededBytes) throw new AppError('disk-full', { freeBytes, neededBytes })
}

/**
 * Renames something damaged out of the way, and never deletes it.
 *
 * Example: …/vault.json -> …/vault.json.damaged-2026-03-01T08-30-00
 */
export function setAside(file: string, now: Date): string {
  const name = `${file}.damaged-${now.toISOString().slice(0, 19).replaceAll(':', '-')}`
  let target = name
  for (let n = 2; fs.existsSync(target); n += 1) target = `${name}-${n}`
  fs.renameSync(file, target)
  syncFolder(path.dirname(file))
  return target
}
