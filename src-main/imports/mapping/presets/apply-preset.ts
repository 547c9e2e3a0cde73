import { headerKey } from '#main/imports/mapping/header-text.ts'
import { matchHeaders } from '#main/imports/mapping/match-headers.ts'
import type { ImportFieldName, ImportKind } from '#shared/domain/import-field.ts'
import type { ImportPreset } from '#shared/domain/import-mapping.ts'
import { livePlatformPresets } from './live-platforms.ts'
import { ownShopPlatformPresets } from './own-shop-platforms.ts'
import { shelfPlatformPresets } from './shelf-platforms.ts'

/** The presets that the program brings along. */
export const builtInPresets: readonly ImportPreset[] = [
  ...shelfPlatformPresets,
  ...livePlatformPresets,
  ...ownShopPlatformPresets,
]

/** A column as a preset has it: `isNamed` when the preset names its heading, also to leave it out. */
export type PresetColumn = { readonly field: ImportFieldName | null; readonly isNamed: boolean }

/**
 * Recognises a file by its headings: the preset all of whose recognising headings are there; of several the one that names
 * most of the file's headings, the earlier one first.
 *
 * Shape: `headerKeys` as `headerKey` gives them; list the operator's own presets first.
 * Empty: undefined when none fits.
 */
export function recognisePreset(
  headerKeys: readonly string[],
  presets: readonly ImportPreset[],
  kind?: ImportKind,
): ImportPreset | undefined {
  const present = new Set(headerKeys)
  const fitting = presets.filter(
    preset =>
      preset.recognise.length > 0 &&
      (kind === undefined || preset.kind === kind) &&
      preset.recognise.every(heading => present.has(headerKey(heading))),
  )
  const named = fitting.map(preset => applyPreset(headerKeys, preset).filter(column => column.isNamed).length)
  return fitting[named.indexOf(Math.max(...named))]
}

/**
 * Gives each heading the field that the preset says; headings it does not name the field that their words say, if it is free.
 *
 * Shape: one entry per heading, no field twice: of two headings of one field the one that the preset lists first.
 */
export function applyPreset(headerKeys: readonly string[], preset: ImportPreset): PresetColumn[] {
  const result = headerKeys.map((): PresetColumn => ({ field: null, isNamed: false }))
  const taken = new Set<ImportFieldName>()
  for (const { heading, field } of preset.columns) {
    const column = headerKeys.indexOf(headerKey(heading))
    if (column < 0 || result[column]?.isNamed) continue
    result[column] = { field: field === null || taken.has(field) ? null : field, isNamed: true }
    if (field !== null) taken.add(field)
  }
  const unnamed = headerKeys.map((key, column) => (result[column]?.isNamed ? '' : key))
  return matchHeaders(unnamed, preset.kind).map((field, column) => {
    const named = result[column]
    if (named?.isNamed) return named
    return { field: field === null || taken.has(field) ? null : field, isNamed: false }
  })
}
