import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import {
  deletePreset,
  insertPreset,
  listPresetRows,
  raiseMemoryRevision,
  updatePreset,
} from '#main/imports/mapping/import-profile.queries.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { type ImportPreset, ImportPresetContent, PresetFile } from '#shared/domain/import-mapping.ts'
import { builtInPresets } from './apply-preset.ts'

const largestPresetFile = 1_000_000

/** Lists all presets, the operator's own ones first, the newest first. A stored one that is none is left out. */
export function listPresets(db: ReadableDb): ImportPreset[] {
  const own = listPresetRows(db).flatMap(row => {
    const content = ImportPresetContent.safeParse(JSON.parse(row.content))
    return content.success ? { ...content.data, code: `own-${row.import_preset_id}`, isBuiltIn: false } : []
  })
  return [...own, ...builtInPresets]
}

/** Finds a preset by its code, or by its name. Errors: preset-missing. */
export function findPreset(db: ReadableDb, wanted: string): ImportPreset {
  const presets = listPresets(db)
  const found =
    presets.find(preset => preset.code === wanted) ?? presets.find(preset => preset.name === wanted)
  if (!found) throw new AppError('preset-missing', { preset: wanted })
  return found
}

/** Saves a preset; without a code as a new one. Errors: preset-missing, also for a built-in one. */
export function savePreset(
  db: WritableDb,
  { code, content }: { readonly code: string | null; readonly content: ImportPresetContent },
  savedAt: string,
): ImportPreset {
  const row = { content: JSON.stringify(ImportPresetContent.parse(content)), saved_at: savedAt }
  return db.transaction(() => {
    const known = code === null ? null : ownPresetId(code)
    if (known !== null && updatePreset(db, known, row) === 0)
      throw new AppError('preset-missing', { preset: code ?? '' })
    const id = known ?? insertPreset(db, row)
    raiseMemoryRevision(db)
    return { ...content, code: `own-${id}`, isBuiltIn: false }
  })
}

/** Deletes a preset of the operator's own. Errors: preset-missing. */
export function removePreset(db: WritableDb, code: string): null {
  db.transaction(() => {
    if (deletePreset(db, ownPresetId(code)) === 0) throw new AppError('preset-missing', { preset: code })
    raiseMemoryRevision(db)
  })
  return null
}

/**
 * Writes presets as a file that can be handed on.
 *
 * Shape: JSON text. Errors: preset-missing.
 */
export function presetsToText(db: ReadableDb, codes: readonly string[]): string {
  const presets = codes.map(code => {
    const { code: _, isBuiltIn: __, ...content } = findPreset(db, code)
    return content
  })
  const file: PresetFile = { format: 'kehu-import-presets', version: 1, presets }
  return `${JSON.stringify(file, null, 1)}\n`
}

/**
 * Reads a file of presets that came from anywhere.
 *
 * Errors: preset-file-invalid for all that is not such a file, larger than a megabyte or of a later version.
 */
export function presetsFromText(text: string): ImportPresetContent[] {
  if (text.length > largestPresetFile) throw new AppError('preset-file-invalid')
  try {
    return PresetFile.parse(JSON.parse(text.replace(/^\ufeff/, ''))).presets
  } catch {
    throw new AppError('preset-file-invalid')
  }
}

/** Adds presets as new ones; one that is there already, word for word, is not added again. */
export function addPresets(
  db: WritableDb,
  contents: readonly ImportPresetContent[],
  savedAt: string,
): ImportPreset[] {
  const known = new Set(listPresetRows(db).map(row => row.content))
  return db.transaction(() =>
    contents
      .filter(content => !known.has(JSON.stringify(content)))
      .map(content => savePreset(db, { code: null, content }, savedAt)),
  )
}

function ownPresetId(code: string): number {
  const id = /^own-(\d{1,15})$/.exec(code)?.[1]
  if (id === undefined) throw new AppError('preset-missing', { preset: code })
  return Number(id)
}
