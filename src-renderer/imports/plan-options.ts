import type { ImportPlanOptions, ImportPreview, MappedColumn } from '#shared/domain/import-batch.ts'
import type { ImportKind, ImportTarget } from '#shared/domain/import-field.ts'

/**
 * How the operator's choices change the way a sheet is read. What a choice makes meaningless goes with it: another sheet has
 * other headings, another kind of file has other fields. Everything left out is proposed by the program.
 */

type Mapping = NonNullable<ImportPlanOptions['mapping']>

/** Another sheet: only the shop stays. */
export function chooseSheet(options: ImportPlanOptions, sheetName: string): ImportPlanOptions {
  return { ...sourceOf(options), sheetName }
}

/** Other rows of headings, 0 for none: the columns are proposed anew. Without a count as many rows as look like headings. */
export function chooseHeaderRow(
  options: ImportPlanOptions,
  headerRow: number,
  headerRowCount?: number,
): ImportPlanOptions {
  const { mapping: _, headerRowCount: __, ...rest } = options
  return { ...rest, headerRow, ...(headerRowCount ? { headerRowCount } : {}) }
}

/** A preset, '' for none: what was chosen by hand goes. */
export function choosePreset(options: ImportPlanOptions, preset: string): ImportPlanOptions {
  const { mapping: _, kind: __, isUnremembered: ___, ...rest } = options
  return { ...rest, preset }
}

/** What is remembered of the source, or nothing of it. */
export function chooseMemory(options: ImportPlanOptions, isUsed: boolean): ImportPlanOptions {
  const { mapping: _, preset: __, isUnremembered: ___, ...rest } = options
  return isUsed ? rest : { ...rest, isUnremembered: true }
}

/** Customers or orders: the columns are proposed anew. */
export function chooseKind(options: ImportPlanOptions, kind: ImportKind): ImportPlanOptions {
  const { mapping: _, balance: __, isShopConfirmed: ___, ...rest } = options
  return { ...rest, kind }
}

/** Another encoding or separator: the headings read differently, so their row and their fields are proposed anew. */
export function readAnew(options: ImportPlanOptions): ImportPlanOptions {
  const { mapping: _, headerRow: __, headerRowCount: ___, ...rest } = options
  return rest
}

/** Another platform: its shops are others, so the shop is asked again. */
export function choosePlatform(options: ImportPlanOptions, platform: string): ImportPlanOptions {
  const { shop: _, isShopConfirmed: __, ...rest } = options
  return { ...rest, platform }
}

/** A shop, '' for none on purpose. */
export function chooseShop(options: ImportPlanOptions, platform: string, shop: string): ImportPlanOptions {
  const { isShopConfirmed: _, ...rest } = options
  return { ...rest, platform, shop }
}

/** A field for a column, null to leave the column out. A field stands for one column only: the other one is freed. */
export function chooseField(
  options: ImportPlanOptions,
  columns: readonly MappedColumn[],
  columnIndex: number,
  field: ImportTarget | null,
): ImportPlanOptions {
  const freed =
    field === null ? [] : columns.filter(other => other.field === field && other.columnIndex !== columnIndex)
  const mapping: Mapping = { ...options.mapping, [columnIndex]: field }
  for (const other of freed) mapping[other.columnIndex] = null
  return { ...options, mapping }
}

/** Leaves all given columns out. */
export function leaveColumnsOut(
  options: ImportPlanOptions,
  columns: readonly MappedColumn[],
): ImportPlanOptions {
  const mapping: Mapping = { ...options.mapping }
  for (const { columnIndex } of columns) mapping[columnIndex] = null
  return { ...options, mapping }
}

/** What stays true for the other sheets of the same file. */
export function sourceOf({ platform, shop, isShopConfirmed }: ImportPlanOptions): ImportPlanOptions {
  return {
    ...(platform === undefined ? {} : { platform }),
    ...(shop === undefined ? {} : { shop }),
    ...(isShopConfirmed === undefined ? {} : { isShopConfirmed }),
  }
}

/** Says whether rows of a preview meet records that the archive has, or were told what to do then. */
export function isMeetingKnown({ counts, policies }: ImportPreview, options: ImportPlanOptions): boolean {
  const chosen = options.policies ?? policies
  return counts.updated + counts.unchanged > 0 || Object.keys(chosen).length > 0
}

/** Other sheets of a file that hold rows and are not hidden. */
export function otherSheets(preview: ImportPreview): ImportPreview['sheets'] {
  return preview.sheets.filter(
    sheet => sheet.name !== preview.sheetName && !sheet.isHidden && sheet.rowCount > 1,
  )
}

/**
 * A preview as its controls show it while the last choices are still being checked: what was chosen is seen at once, what
 * it leads to (counts, rows, questions) only when it is known.
 */
export function withChoices(preview: ImportPreview, options: ImportPlanOptions): ImportPreview {
  const { mapping, kind, platform, shop } = options
  return {
    ...preview,
    columns: preview.columns.map(column => {
      const field = mapping?.[column.columnIndex]
      return field === undefined ? column : { ...column, field, origin: 'chosen' }
    }),
    kind: kind ?? preview.kind,
    platform: platform ?? preview.platform,
    shop: platform === undefined || platform === preview.platform ? (shop ?? preview.shop) : (shop ?? null),
  }
}
