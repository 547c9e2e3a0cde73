import type { ImportFieldName, ImportKind } from '#shared/domain/import-field.ts'
import type { ImportPreset } from '#shared/domain/import-mapping.ts'

/** How a built-in preset is written down: headings separated by commas, those that are left out on purpose at the end. */
type PresetText = {
  readonly code: string
  /** In Chinese; other languages have the name of the catalogue. */
  readonly name: string
  readonly platform: string
  readonly kind: ImportKind
  readonly recognise: string
  /** The field's headings in the forms of the export that are known. Of two in one file the first one is taken. */
  readonly fields: Partial<Record<ImportFieldName, string>>
  readonly leftOut: string
}

/** Makes a built-in preset. */
export function presetOf({ fields, leftOut, recognise, ...facts }: PresetText): ImportPreset {
  const mapped = Object.entries(fields) as [ImportFieldName, string][]
  return {
    ...facts,
    isBuiltIn: true,
    recognise: recognise.split(','),
    columns: [
      ...mapped.flatMap(([field, headings]) => headings.split(',').map(heading => ({ heading, field }))),
      ...leftOut.split(',').map(heading => ({ heading, field: null })),
    ],
  }
}
