import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { writeFileSafely } from '#main/database/safe-files.ts'
import { Preferences } from '#shared/domain/settings.ts'

const Bounds = z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() })

/** Where the window stood when it was last closed. */
export type Bounds = z.infer<typeof Bounds>

const KnownArchive = z.object({
  path: z.string(),
  lastOpenedAt: z.string().nullable(),
  customers: z.int().nullable(),
})

/** An archive that was open before, with what the start screen tells of it. */
export type KnownArchive = z.infer<typeof KnownArchive>

/** What `settings.json` holds: everything that belongs to this program on this PC and to no archive. */
export type Settings = {
  readonly preferences: Preferences
  /** Most recent first. */
  readonly archives: readonly KnownArchive[]
  /** Opened again at the next start; null after it was closed by hand. */
  readonly lastArchivePath: string | null
  readonly windowBounds: Bounds | null
  readonly isMaximized: boolean
}

/** The settings in memory, written through to their file. */
export type SettingsFile = {
  get(): Settings
  /** Errors: none; a disk that takes no more leaves the old file as it was, and the change holds until quit. */
  save(change: Partial<Settings>): Settings
}

/**
 * Opens `settings.json`. A part that cannot be read falls back to its default; the rest is kept.
 *
 * Cost: reads the file once, writes it whole at each change: a temporary file, flushed, then renamed.
 */
export function openSettingsFile(file: string, defaults: Preferences): SettingsFile {
  const schema = z.object({
    preferences: Preferences.catch(defaults),
    archives: z.array(KnownArchive).catch([]),
    lastArchivePath: z.string().nullable().catch(null),
    windowBounds: Bounds.nullable().catch(null),
    isMaximized: z.boolean().catch(false),
  })
  let settings: Settings = schema.parse(readJson(file))
  return {
    get: () => settings,
    save(change) {
      settings = { ...settings, ...change }
      try {
        fs.mkdirSync(path.dirname(file), { recursive: true })
        writeFileSafely(file, JSON.stringify(settings, null, 2))
      } catch {
        // Choices of the window are not worth a stop.
      }
      return settings
    },
  }
}

function readJson(file: string): object {
  try {
    const value: unknown = JSON.parse(fs.readFileSync(file, 'utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
  } catch {
    return {}
  }
}
