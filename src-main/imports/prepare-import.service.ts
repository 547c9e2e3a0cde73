import type { ReadableDb } from '#main/database/db.ts'
import { getArchiveSettings } from '#main/settings/setting.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { CurrencyCode } from '#shared/domain/currency.ts'
import { dayIn } from '#shared/domain/day-in.ts'
import type { ImportPlanOptions, ImportQuestion } from '#shared/domain/import-batch.ts'
import { type ImportFieldName, type ImportKind, importFields } from '#shared/domain/import-field.ts'
import { cellText } from './cells/cell-preview.ts'
import { type DayMonthOrder, dayMonthHint } from './cells/date-spelling.ts'
import { dayMonthOrderOf } from './cells/read-date.ts'
import { listKnownShops, listRecentMappings } from './import-batch.queries.ts'
import { findHeaderRow } from './mapping/find-header-row.ts'
import { headerKey } from './mapping/header-text.ts'
import { type MappingProposal, proposeMapping } from './mapping/propose-mapping.ts'
import type { ImportPlan } from './plan/import-plan.ts'
import { firstRows, forEachDataRow, type SheetRows } from './plan/sheet-rows.ts'
import type { RawCell, RawRow } from './raw-row.ts'
import type { StagedFile } from './staging.service.ts'

/** A column of the sheet, mapped or not. */
export type PreparedColumn = {
  readonly columnIndex: number
  readonly header: string
  readonly field: ImportFieldName | null
  readonly isProposed: boolean
}

/** A staged sheet with everything decided that can be decided without comparing it to the archive. */
export type PreparedImport = {
  readonly plan: ImportPlan
  readonly sheet: SheetRows
  readonly sheetIndex: number
  readonly sheetName: string
  readonly titleRows: readonly string[]
  readonly columns: readonly PreparedColumn[]
  readonly sample: readonly RawRow[]
  readonly missingFields: readonly ImportFieldName[]
  /** Null as long as an order file's shop was not chosen. */
  readonly shop: string | null
  readonly knownShops: readonly { readonly platform: string; readonly shop: string }[]
  readonly questions: readonly ImportQuestion[]
}

const sampleRows = 1000
const mappingsRemembered = 50
const kindsOf = new Map<ImportFieldName, readonly ImportKind[]>(
  importFields.map(field => [field.name, field.kinds]),
)
const valueKindOf = new Map<ImportFieldName, string>(importFields.map(field => [field.name, field.value]))
const customerKeys: readonly ImportFieldName[] = [
  'name',
  'givenName',
  'familyName',
  'phone',
  'buyerId',
  'legacyNumber',
  'buyerNickname',
]

/**
 * Settles how a staged sheet is read: sheet, headings, kind, mapping, platform, shop.
 *
 * Errors: sheet-missing, file-empty, import-no-header.
 */
export function prepareImport(
  db: ReadableDb,
  staged: StagedFile,
  options: ImportPlanOptions,
  now: string,
): PreparedImport {
  const { sheetIndex, sheetName } = chooseSheet(staged, options.sheetName)
  const sheet = staged.rowsOf(sheetIndex)
  const head = firstRows(sheet, sampleRows)
  const header = findHeader(head, options.headerRow)
  const sample = head.filter(row => row.rowNumber > header.rowNumber)
  const width = Math.max(header.cells.length, ...sample.map(row => row.cells.length))
  const headers = Array.from({ length: width }, (_, index): RawCell => header.cells[index] ?? null)
  const proposal = remembered(db, headers, options.kind) ?? proposeMapping(headers, sample, options.kind)
  const kind = options.kind ?? proposal.kind ?? 'customers'
  const columns = mapColumns(headers, proposal, kind, options.mapping ?? {})
  const plan = planOf(db, { kind, options, columns, sheet, sample, now }, header.rowNumber, proposal.platform)
  const hasShopColumn = columns.some(column => column.field === 'shop')
  const shop = options.shop ?? (kind === 'orders' && !hasShopColumn ? null : '')
  const missingFields = findMissingFields(kind, columns)
  return {
    plan,
    sheet,
    sheetIndex,
    sheetName,
    titleRows: head
      .filter(row => row.rowNumber < header.rowNumber)
      .map(row => row.cells.map(cellText).join(' ').trim()),
    columns,
    sample,
    missingFields,
    shop,
    knownShops: listKnownShops(db),
    questions: [
      ...(proposal.kind === null && options.kind === undefined ? (['choose-kind'] as const) : []),
      ...(missingFields.length > 0 ? (['map-required-field'] as const) : []),
      ...(shop === null ? (['choose-shop'] as const) : []),
    ],
  }
}

function chooseSheet(staged: StagedFile, wanted: string | undefined) {
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

function findHeader(head: readonly RawRow[], wanted: number | undefined): RawRow {
  const found =
    wanted === undefined ? head[findHeaderRow(head) ?? -1] : head.find(row => row.rowNumber === wanted)
  if (!found) throw new AppError('import-no-header')
  return found
}

/** The mapping of an earlier import with the very same headings. */
function remembered(
  db: ReadableDb,
  headers: readonly RawCell[],
  kind: ImportKind | undefined,
): MappingProposal | undefined {
  const keys = headers.map(headerKey).join('\u001f')
  for (const row of listRecentMappings(db, mappingsRemembered)) {
    if (kind !== undefined && row.kind !== kind) continue
    const mapping = JSON.parse(row.mapping) as { header: string; field: ImportFieldName | null }[]
    if (mapping.map(column => headerKey(column.header)).join('\u001f') !== keys) continue
    const fresh = proposeMapping(headers, [], row.kind)
    return { kind: row.kind, platform: fresh.platform, fields: mapping.map(column => column.field) }
  }
  return undefined
}

function mapColumns(
  headers: readonly RawCell[],
  proposal: MappingProposal,
  kind: ImportKind,
  wanted: Readonly<Record<string, ImportFieldName | null>>,
): PreparedColumn[] {
  const chosen = new Set(Object.values(wanted))
  return headers.map((header, columnIndex) => {
    const wish = wanted[String(columnIndex)]
    const proposed = proposal.fields[columnIndex] ?? null
    const field = wish === undefined ? (proposed !== null && chosen.has(proposed) ? null : proposed) : wish
    const isOfKind = field !== null && kindsOf.get(field)?.includes(kind) === true
    return {
      columnIndex,
      header: cellText(header),
      field: isOfKind ? field : null,
      isProposed: wish === undefined,
    }
  })
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
  },
  headerRow: number,
  proposedPlatform: string,
): ImportPlan {
  const { kind, options, columns, sheet, sample, now } = facts
  const { currency, timeZone } = getArchiveSettings(db)
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
    currency: CurrencyCode.parse(currency),
    timeZone,
    today: dayIn(timeZone, new Date(now)),
    dateOrders: findDateOrders(mapped, sheet, sample, headerRow),
  }
}

/** Reads a whole column only where its first rows show dates such as 3/5/2024. */
function findDateOrders(
  columns: readonly { readonly columnIndex: number; readonly field: ImportFieldName }[],
  sheet: SheetRows,
  sample: readonly RawRow[],
  headerRow: number,
): ReadonlyMap<number, DayMonthOrder> {
  const orders = new Map<number, DayMonthOrder>()
  for (const { columnIndex, field } of columns) {
    if (!['date', 'date-time', 'birth-date'].includes(valueKindOf.get(field) ?? '')) continue
    const isOpen = (cell: RawCell | undefined) =>
      typeof cell === 'string' && dayMonthHint(cell.normalize('NFKC').trim()) !== undefined
    if (!sample.some(row => isOpen(row.cells[columnIndex]))) continue
    const texts = new Set<string>()
    forEachDataRow(sheet, headerRow, cells => {
      const cell = cells[columnIndex]
      if (typeof cell === 'string') texts.add(cell)
    })
    const order = dayMonthOrderOf(texts)
    if (order) orders.set(columnIndex, order)
  }
  return orders
}

/** A file that only adds to known orders (a status, a refund) needs their number alone. */
function findMissingFields(kind: ImportKind, columns: readonly PreparedColumn[]): ImportFieldName[] {
  const has = (...fields: ImportFieldName[]) =>
    columns.some(({ field }) => field !== null && fields.includes(field))
  if (kind === 'customers') return has(...customerKeys) ? [] : ['name']
  if (has('orderNumber') && has('orderStatus', 'orderRefunded', 'lineRefunded')) return []
  return [
    ...(has('orderedAt') ? [] : (['orderedAt'] as const)),
    ...(has('orderPaid', 'linePaid', 'unitPrice') ? [] : (['orderPaid'] as const)),
  ]
}
