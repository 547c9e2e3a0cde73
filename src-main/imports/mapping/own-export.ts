import { type ExportColumn, ExportTable, exportColumns } from '#shared/domain/export.ts'
import type { ImportKind, ImportTarget } from '#shared/domain/import-field.ts'
import { languages } from '#shared/i18n/language.ts'
import { translateCode } from '#shared/i18n/translate.ts'
import type { FieldHeaders } from './field-headers.ts'
import { headerKey } from './header-text.ts'
import type { SettledMapping } from './settle-mapping.ts'

/**
 * Maps a file that an archive exported, by its headings in either language, however its columns were moved.
 *
 * Empty: undefined for a file without the column of the rows' keys. A heading that was changed or added stays unmapped.
 */
export function mapOwnExport(
  headerKeys: readonly string[],
  wantedKind: ImportKind | undefined,
  { byHeader }: Pick<FieldHeaders, 'byHeader'>,
): SettledMapping | undefined {
  for (const kind of ExportTable.options) {
    const fieldOf = fieldsByHeader.get(kind)
    const isOwn = headerKeys.some(key => fieldOf?.get(key) === 'ownKey')
    if (!fieldOf || !isOwn || (wantedKind !== undefined && wantedKind !== kind)) continue
    const beyond = kind === 'customers' ? byHeader : undefined
    const fields = headerKeys.map(key => fieldOf.get(key) ?? beyond?.get(key) ?? null)
    const columns = fields.map((field, at) => ({
      field: fields.indexOf(field) === at ? field : null,
      origin: 'preset' as const,
      wasHeader: null,
    }))
    return { kind, platform: '', columns, removedHeaders: [] }
  }
  return undefined
}

const fieldsByHeader = new Map(
  ExportTable.options.map(kind => [kind, indexHeaders(exportColumns[kind])] as const),
)

function indexHeaders(columns: readonly ExportColumn[]): ReadonlyMap<string, ImportTarget> {
  return new Map(
    columns.flatMap(({ name, field }) =>
      field === null
        ? []
        : languages.map(
            language => [headerKey(translateCode(language, `export-column.${name}`)), field] as const,
          ),
    ),
  )
}
