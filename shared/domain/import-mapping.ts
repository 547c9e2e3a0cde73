import { z } from 'zod'
import { ImportFieldName, ImportKind, ImportTarget } from './import-field.ts'

/** Where a column's field comes from. `renamed`: remembered under the heading of `wasHeader`. `new`: not in the file before. */
export const ColumnOrigin = z.enum(['chosen', 'remembered', 'renamed', 'new', 'preset', 'proposed'])
export type ColumnOrigin = z.infer<typeof ColumnOrigin>

export const ImportProfileId = z.int().positive()
export type ImportProfileId = z.infer<typeof ImportProfileId>

/** How the files of one source were mapped last: what the list of remembered mappings shows. */
export const ImportProfile = z.object({
  importProfileId: ImportProfileId,
  kind: ImportKind,
  platform: z.string(),
  shop: z.string(),
  columns: z.array(z.object({ header: z.string(), field: ImportTarget.nullable() })),
  headerRowCount: z.int(),
  savedAt: z.string(),
})
export type ImportProfile = z.infer<typeof ImportProfile>

/** What a preview took from memory. */
export const RecalledProfile = z.object({
  importProfileId: ImportProfileId,
  platform: z.string(),
  shop: z.string(),
  savedAt: z.string(),
  /** Whose file it could be, where that is not sure. */
  possibleShops: z.array(z.object({ platform: z.string(), shop: z.string() })),
  /** Headings that the file had before and has no more, those of columns that were left out not among them. */
  removedHeaders: z.array(z.string()),
  /** Columns that the file did not have before. */
  newColumns: z.array(z.int()),
})
export type RecalledProfile = z.infer<typeof RecalledProfile>

const heading = z.string().trim().min(1).max(100)

/**
 * A named mapping of a kind of file: which heading leads to which field, null for headings that are left out on purpose.
 *
 * Shape: a file is recognised when it has all headings of `recognise`; without any it is only used when chosen.
 */
export const ImportPresetContent = z.strictObject({
  name: z.string().trim().min(1).max(60),
  platform: z.string().trim().max(50),
  kind: ImportKind,
  recognise: z.array(heading).max(20),
  columns: z
    .array(z.strictObject({ heading, field: ImportFieldName.nullable() }))
    .min(1)
    .max(300),
})
export type ImportPresetContent = z.infer<typeof ImportPresetContent>

export const ImportPresetCode = z.string().regex(/^[a-z0-9-]{1,60}$/)

/** A preset as it is listed. Built-in ones cannot be changed; their name is `import-preset.<code>` of the catalogue. */
export const ImportPreset = ImportPresetContent.extend({
  code: ImportPresetCode,
  isBuiltIn: z.boolean(),
})
export type ImportPreset = z.infer<typeof ImportPreset>

/** A file of presets to be handed on: JSON of at most a megabyte, ending .kehupreset. */
export const PresetFile = z.strictObject({
  format: z.literal('kehu-import-presets'),
  version: z.literal(1),
  presets: z.array(ImportPresetContent).min(1).max(100),
})
export type PresetFile = z.infer<typeof PresetFile>
