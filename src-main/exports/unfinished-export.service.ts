import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { getSetting, saveSetting } from '#main/settings/setting.service.ts'

const key = 'exports.unfinished'
const mostRemembered = 100

/** Remembers where an export is being written, so that what a power cut leaves of it can be found. */
export function rememberUnfinished(db: WritableDb, place: string): void {
  const others = listUnfinished(db).filter(other => other !== place)
  saveSetting(db, key, [...others, place].slice(-mostRemembered))
}

/** Forgets it once the export has its name or is removed. */
export function forgetUnfinished(db: WritableDb, place: string): void {
  const others = listUnfinished(db).filter(other => other !== place)
  saveSetting(db, key, others)
}

/**
 * Removes the halves of exports that an earlier session could not end: they are readable by everybody, and nobody sees
 * them. One on a disk that is not there now stays remembered.
 *
 * Empty: nothing is written when nothing is remembered.
 */
export function removeUnfinishedExports(db: WritableDb): void {
  const left = listUnfinished(db)
  if (left.length === 0) return
  saveSetting(db, key, left.filter(isStillThere))
}

function isStillThere(place: string): boolean {
  if (!fs.existsSync(path.dirname(place))) return true
  try {
    // What has its name already is a whole export: only a hidden one is a half.
    if (/^\..+\.tmp$/.test(path.basename(place))) fs.rmSync(place, { recursive: true, force: true })
    return false
  } catch {
    // It is held open or cannot be written: the next opening tries again.
    return true
  }
}

function listUnfinished(db: ReadableDb): string[] {
  return getSetting(db, key, z.array(z.string())) ?? []
}
