import type { ReadableDb } from '#main/database/db.ts'
import { listFields } from '#main/fields/field.service.ts'
import type { ImportPlanOptions, ImportQuestion } from '#shared/domain/import-batch.ts'
import type { ImportFieldName, ImportKind } from '#shared/domain/import-field.ts'
import type { RecalledProfile } from '#shared/domain/import-mapping.ts'
import { cellText } from './cells/cell-preview.ts'
import { chooseSheet } from './choose-sheet.ts'
import { listKnownShops } from './import-batch.queries.ts'
import { type Correction, findCorrection, withoutReasonCells } from './import-correction.service.ts'
import type { ProfileChoice, StoredProfile } from './mapping/choose-profile.ts'
import { fieldHeadersOf } from './mapping/field-headers.ts'
import { listProfiles } from './mapping/import-profile.service.ts'
import { readHeadings } from './mapping/read-headings.ts'
import { leaveOutSensitive } from './mapping/sensitive-columns.ts'
import { recalledOf, settleColumns } from './mapping/settle-columns.service.ts'
import { type SettledColumn, withChosenFields } from './mapping/settle-mapping.ts'
import { findMissingFields } from './missing-fields.ts'
import type { ImportPlan } from './plan/import-plan.ts'
import { firstRows, type SheetRows } from './plan/sheet-rows.ts'
import type { RawRow } from './raw-row.ts'
import { makeSheetPlan } from './sheet-plan.service.ts'
import type { StagedFile } from './staging.service.ts'

/** A column of the sheet, mapped or not. */
export type PreparedColumn = SettledColumn & {
  readonly columnIndex: number
  readonly header: string
  /** Holds what is not needed for business, such as ID numbers: left out until the operator maps it. */
  readonly isSensitive: boolean
}

/** A staged sheet with everything decided that can be decided without comparing it to the archive. */
export type PreparedImport = {
  readonly plan: ImportPlan
  readonly sheet: SheetRows
  readonly sheetIndex: number
  readonly sheetName: string
  /** First row of the headings, 0 without headings; the plan knows the last one. */
  readonly headerRow: number
  readonly headerRowCount: number
  readonly titleRows: readonly string[]
  readonly columns: readonly PreparedColumn[]
  readonly sample: readonly RawRow[]
  readonly missingFields: readonly ImportFieldName[]
  /** Null as long as an order file's shop was not chosen. */
  readonly shop: string | null
  /** Whose file it is: the shop, or the one that the file itself names. */
  readonly sourceShop: string
  readonly knownShops: readonly { readonly platform: string; readonly shop: string }[]
  readonly questions: readonly ImportQuestion[]
  /** The remembered mapping that was taken, and what became of it. */
  readonly profile: StoredProfile | null
  readonly recalled: RecalledProfile | null
  readonly presetCode: string | null
  /** The import whose rejected rows the file brings back; null for any other file. */
  readonly correctsImportBatchId: number | null
}

const sampleRows = 1000

/**
 * Settles how a staged sheet is read: sheet, headings, kind, mapping, platform, shop. What was chosen comes first, then what
 * is remembered of the source, then a preset, then what the headings say.
 *
 * `archiveMark` tells the archive's own exports.
 * Errors: sheet-missing, file-empty, import-no-header, preset-missing.
 */
export function prepareImport(
  db: ReadableDb,
  staged: StagedFile,
  chosen: ImportPlanOptions,
  now: string,
  archiveMark = '',
): PreparedImport {
  const { sheetIndex, sheetName } = chooseSheet(staged, chosen.sheetName)
  const rows = staged.rowsOf(sheetIndex)
  const correction = findCorrection(db, firstRows(rows, sampleRows))
  const sheet = correction ? withoutReasonCells(rows, correction) : rows
  const head = firstRows(sheet, sampleRows)
  const given = correction ? withCorrection(correction, chosen) : chosen
  const profiles = given.preset === undefined && !given.isUnremembered ? listProfiles(db) : []
  const read = readHeadings(head, given, profiles)
  const knownShops = listKnownShops(db)
  const fields = fieldHeadersOf(listFields(db))
  const { settled, choice, presetCode, namedShop } = settleColumns(db, {
    ...{ fileName: staged.facts.fileName, read, options: given, profiles, knownShops, fields },
  })
  const options = choice ? { ...choice.profile.options, ...given } : given
  const kind = options.kind ?? settled.kind ?? 'customers'
  const columns = withChosenFields(settled.columns, kind, options.mapping ?? {}, fields.ids).map(
    (column, columnIndex): PreparedColumn => ({
      ...leaveOutSensitive(column),
      columnIndex,
      header: read.headings[columnIndex] ?? '',
    }),
  )
  const hasShopColumn = columns.some(column => column.field === 'shop')
  const shop = shopOf(options, kind, hasShopColumn, choice)
  const own = columns.some(({ field }) => field === 'ownKey')
    ? { archiveMark, isGuarded: staged.facts.format === 'text' }
    : null
  const facts = {
    kind,
    options: { ...options, shop: shop ?? '' },
    columns,
    sheet,
    sample: read.sample,
    now,
    own,
  }
  const missingFields = findMissingFields(kind, columns)
  return {
    plan: makeSheetPlan(db, facts, read.band.lastRow, settled.platform),
    sheet,
    sheetIndex,
    sheetName,
    headerRow: read.band.firstRow,
    headerRowCount: read.band.rowCount,
    titleRows: head
      .filter(row => row.rowNumber < read.band.firstRow)
      .map(row => row.cells.map(cellText).join(' ').trim()),
    columns,
    sample: read.sample,
    missingFields,
    shop,
    sourceShop: options.shop ?? namedShop ?? shop ?? '',
    knownShops,
    questions: questionsOf(settled.kind === null && options.kind === undefined, missingFields, shop, columns),
    profile: choice?.profile ?? null,
    recalled: choice ? recalledOf(choice, settled, columns) : null,
    presetCode,
    correctsImportBatchId: correction?.importBatchId ?? null,
  }
}

/** What is chosen for this file goes before what the import of its rows was told. */
function withCorrection({ options }: Correction, chosen: ImportPlanOptions): ImportPlanOptions {
  return { ...options, ...chosen, mapping: { ...options.mapping, ...chosen.mapping } }
}

/** Remembered only where it is sure whose file it is; orders without a shop are asked for. */
function shopOf(
  options: ImportPlanOptions,
  kind: ImportKind,
  hasShopColumn: boolean,
  choice: ProfileChoice | undefined,
): string | null {
  if (options.shop !== undefined) return options.shop
  if (hasShopColumn) return ''
  if (choice) return choice.isShopOpen ? null : choice.profile.shop
  return kind === 'orders' ? null : ''
}

function questionsOf(
  isKindOpen: boolean,
  missingFields: readonly ImportFieldName[],
  shop: string | null,
  columns: readonly PreparedColumn[],
): ImportQuestion[] {
  const hasNew = columns.some(
    column => column.origin === 'new' && column.field === null && column.header !== '',
  )
  return [
    ...(isKindOpen ? (['choose-kind'] as const) : []),
    ...(missingFields.length > 0 ? (['map-required-field'] as const) : []),
    ...(shop === null ? (['choose-shop'] as const) : []),
    ...(hasNew ? (['new-columns'] as const) : []),
  ]
}
