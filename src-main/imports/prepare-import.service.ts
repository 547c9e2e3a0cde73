import type { ReadableDb } from '#main/database/db.ts'
import { getArchiveSettings } from '#main/settings/setting.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { CurrencyCode } from '#shared/domain/currency.ts'
import { dayIn } from '#shared/domain/day-in.ts'
import type { ImportPlanOptions, ImportQuestion } from '#shared/domain/import-batch.ts'
import { type ImportFieldName, type ImportKind, importFields } from '#shared/domain/import-field.ts'
import type { RecalledProfile } from '#shared/domain/import-mapping.ts'
import { cellText } from './cells/cell-preview.ts'
import type { DayMonthOrder } from './cells/date-spelling.ts'
import { dayMonthOrderOf, isOpenDate } from './cells/read-date.ts'
import { listKnownShops } from './import-batch.queries.ts'
import { type Correction, findCorrection, withoutReasonCells } from './import-correction.service.ts'
import type { ProfileChoice, StoredProfile } from './mapping/choose-profile.ts'
import { listProfiles } from './mapping/import-profile.service.ts'
import { readHeadings } from './mapping/read-headings.ts'
import { leaveOutSensitive } from './mapping/sensitive-columns.ts'
import { recalledOf, settleColumns } from './mapping/settle-columns.service.ts'
import { type SettledColumn, withChosenFields } from './mapping/settle-mapping.ts'
import type { ImportPlan } from './plan/import-plan.ts'
import { firstRows, forEachDataRow, type SheetRows } from './plan/sheet-rows.ts'
import type { RawCell, RawRow } from './raw-row.ts'
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
const customerKeys: readonly ImportFieldName[] = [
  'ownKey',
  'name',
  'givenName',
  'familyName',
  'phone',
  'buyerId',
  'legacyNumber',
  'buyerNickname',
]
const fieldValues = new Map<ImportFieldName, string>(importFields.map(field => [field.name, field.value]))

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
  const { settled, choice, presetCode, namedShop } = settleColumns(db, {
    ...{ fileName: staged.facts.fileName, read, options: given, profiles, knownShops },
  })
  const options = choice ? { ...choice.profile.options, ...given } : given
  const kind = options.kind ?? settled.kind ?? 'customers'
  const columns = withChosenFields(settled.columns, kind, options.mapping ?? {}).map(
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
    plan: planOf(db, facts, read.band.lastRow, settled.platform),
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

/** Finds the sheet that is wanted, else the first filled one that is not hidden. Errors: sheet-missing, file-empty. */
export function chooseSheet(staged: StagedFile, wanted: string | undefined) {
  const { sheets } = staged.facts
  const shown = sheets.findIndex(sheet => !sheet.isHidden && sheet.rowCount > 0)
  const sheetIndex =
    wanted === undefined
      ? Math.max(0, shown >= 0 ? shown : sheets.findIndex(sheet => sheet.rowCount > 0))
      : sheets.findIndex(sheet => sheet.name === wanted)
  const sheet = sheets[sheetIndex]
  if (!sheet) throw new AppError('sheet-missing', wanted === undefined ? undefined : { sheet: wanted })
  if (sheet.rowCount === 0) throw new AppError('file-empty')
  return { sheetIndex, sheetName: sheet.name }
}

function planOf(
  db: ReadableDb,
  facts: {
    readonly kind: ImportKind
    readonly options: ImportPlanOptions
    readonly columns: readonly PreparedColumn[]
    readonly sheet: SheetRows
    readonly sample: readonly RawRow[]
    readonly now: string
    readonly own: ImportPlan['own']
  },
  headerRow: number,
  proposedPlatform: string,
): ImportPlan {
  const { kind, options, columns, sheet, sample, now, own } = facts
  const { currency, timeZone } = getArchiveSettings(db)
  const isChinese = columns.some(({ header }) => /\p{Script=Han}/u.test(header))
  const mapped = columns.flatMap(({ columnIndex, field }) => (field === null ? [] : [{ columnIndex, field }]))
  return {
    kind,
    headerRow,
    columns: mapped,
    platform: options.platform ?? proposedPlatform,
    shop: options.shop ?? '',
    isShopConfirmed: options.isShopConfirmed ?? false,
    balance: options.balance ?? null,
    restoreFromBin: options.restoreFromBin ?? false,
    matchNames: options.matchNames ?? false,
    fillFromIdNumber: options.fillFromIdNumber ?? false,
    policies: options.policies ?? {},
    currency: CurrencyCode.parse(currency),
    timeZone,
    today: dayIn(timeZone, new Date(now)),
    dateOrders: findDateOrders(mapped, { sheet, sample, headerRow, isChinese }),
    own,
  }
}

type DatedSheet = {
  readonly sheet: SheetRows
  readonly sample: readonly RawRow[]
  readonly headerRow: number
  readonly isChinese: boolean
}

/** Reads a whole column only where its first rows show dates such as 3/5/2024 or 24.3.6. */
function findDateOrders(
  columns: readonly { readonly columnIndex: number; readonly field: ImportFieldName }[],
  { sheet, sample, headerRow, isChinese }: DatedSheet,
): ReadonlyMap<number, DayMonthOrder> {
  const orders = new Map<number, DayMonthOrder>()
  for (const { columnIndex, field } of columns) {
    if (!['date', 'date-time', 'birth-date'].includes(fieldValues.get(field) ?? '')) continue
    const isOpen = (cell: RawCell | undefined) => typeof cell === 'string' && isOpenDate(cell)
    if (!sample.some(row => isOpen(row.cells[columnIndex]))) continue
    const texts = new Set<string>()
    forEachDataRow(sheet, headerRow, cells => {
      const cell = cells[columnIndex]
      if (typeof cell === 'string') texts.add(cell)
    })
    const order = dayMonthOrderOf(texts, isChinese)
    if (order) orders.set(columnIndex, order)
  }
  return orders
}

/** A file that only adds to known orders (a status, a refund) needs their number alone. */
function findMissingFields(kind: ImportKind, columns: readonly PreparedColumn[]): ImportFieldName[] {
  const has = (...fields: ImportFieldName[]) =>
    columns.some(({ field }) => field !== null && fields.includes(field))
  if (kind === 'customers') return has(...customerKeys) ? [] : ['name']
  if (has('ownKey') || (has('orderNumber') && has('orderStatus', 'orderRefunded', 'lineRefunded'))) return []
  return [
    ...(has('orderedAt') ? [] : (['orderedAt'] as const)),
    ...(has('orderPaid', 'linePaid', 'unitPrice') ? [] : (['orderPaid'] as const)),
  ]
}
