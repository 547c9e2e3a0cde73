import type { ImportPreview } from '#shared/domain/import-batch.ts'
import { isImportField } from '#shared/domain/import-field.ts'
import { ImportPresetContent } from '#shared/domain/import-mapping.ts'

/** A preset that begins with nothing. */
export const emptyPreset: ImportPresetContent = {
  name: '',
  platform: '',
  kind: 'orders',
  recognise: [],
  columns: [{ heading: '', field: null }],
}

/**
 * The mapping that is on the screen as a preset: known by the headings that lead somewhere. Fields beyond the default card are
 * this archive's own and stay out of what may be handed on; their headings are known by their names.
 */
export function presetOf({ fileName, platform, kind, columns }: ImportPreview): ImportPresetContent {
  const named = columns.filter(column => column.header.trim() !== '')
  const mapped = named.filter(column => column.field !== null).map(column => column.header)
  return {
    name: fileName.replace(/\.[^.]*$/, '').slice(0, 60),
    platform,
    kind,
    recognise: mapped.slice(0, 20),
    columns: named.flatMap(({ header, field }) =>
      field === null || isImportField(field) ? { heading: header.slice(0, 100), field } : [],
    ),
  }
}

/** Makes of what was typed what can be saved: without blank headings. Empty: null as long as it lacks a name or headings. */
export function savablePreset(content: ImportPresetContent): ImportPresetContent | null {
  const columns = content.columns.filter(({ heading }) => heading.trim() !== '')
  const headings = new Set(columns.map(({ heading }) => heading))
  const recognise = content.recognise.filter(heading => headings.has(heading))
  return ImportPresetContent.safeParse({ ...content, columns, recognise }).data ?? null
}
