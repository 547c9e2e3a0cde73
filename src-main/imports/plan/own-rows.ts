import { cellText } from '#main/imports/cells/cell-preview.ts'
import type { RawCell } from '#main/imports/raw-row.ts'
import { unguardText } from '#shared/domain/csv-guard.ts'
import { type ExportColumn, exportColumnOf, exportColumns } from '#shared/domain/export.ts'
import { exportedText } from '#shared/domain/exported-text.ts'
import { fieldIdOf } from '#shared/domain/field.ts'
import { type ImportTarget, importFields } from '#shared/domain/import-field.ts'
import { parseOwnRowKey } from '#shared/domain/own-row.ts'
import { columnOf, type ImportPlan } from './import-plan.ts'

/** A row that this archive exported. */
export type OwnRow = {
  /** The number of its customer, null where its cell is blank. */
  readonly archiveNumber: string | null
  /** The key of an order without a number, else ''. */
  readonly orderKey: string
  /** The row with every cell blank that still holds what was exported: it says nothing new. */
  readonly edited: readonly RawCell[]
}

type OwnColumn = { readonly columnIndex: number; readonly column: ExportColumn; readonly isOfLine: boolean }

const lineFields = new Set<ImportTarget>(
  importFields.filter(field => field.of === 'line').map(field => field.name),
)
/** Where a row belongs is read from it, edited or not. */
const placeFields = new Set<ImportTarget | ''>(['archiveNumber', 'ownKey', 'platform', 'shop', 'orderNumber'])

/** A row as the plan takes it; `own` undefined for one that this archive did not export. */
export type TakenRow = { readonly cells: readonly RawCell[]; readonly own: OwnRow | undefined }

/**
 * Reads the rows of files that the archive itself exported: the archive number says whose they are, and the row's key
 * which cells were edited since.
 *
 * Shape: a row whose own number was changed carries the key of another row, so that all of its cells count.
 */
export class OwnRows {
  private readonly source: ImportPlan['own']
  private readonly keyColumn: number
  private readonly numberColumn: number
  private readonly idColumn: OwnColumn | undefined
  private readonly columns: readonly OwnColumn[]

  constructor(plan: ImportPlan) {
    this.source = plan.own
    this.keyColumn = columnOf(plan, 'ownKey') ?? -1
    this.numberColumn = columnOf(plan, 'archiveNumber') ?? -1
    const own = plan.columns.flatMap(({ columnIndex, field }) => {
      const column = exportColumns[plan.kind].find(one => one.field === field) ?? columnOfField(plan, field)
      return column ? [{ columnIndex, column, isOfLine: lineFields.has(field) }] : []
    })
    const idField = plan.kind === 'orders' ? 'orderNumber' : 'archiveNumber'
    this.idColumn = own.find(({ column }) => column.field === idField)
    this.columns = own.filter(({ column }) => !placeFields.has(column.field ?? ''))
  }

  /** Takes a row: without the marks that protect the texts of a csv file, and read as the archive's own if it is. */
  take(raw: readonly RawCell[]): TakenRow {
    if (!this.source) return { cells: raw, own: undefined }
    const cells = this.source.isGuarded ? unguardCells(raw) : raw
    return { cells, own: this.read(cells, this.source.archiveMark) }
  }

  private read(cells: readonly RawCell[], archiveMark: string): OwnRow | undefined {
    const keyCell = cells[this.keyColumn]
    const key = typeof keyCell === 'string' ? parseOwnRowKey(keyCell) : undefined
    if (key?.archiveMark !== archiveMark) return undefined
    const isSame = ({ columnIndex, column }: OwnColumn) => {
      const text = exportedText(column.value, cellText(cells[columnIndex]))
      return text === '' || key.isAsExported({ mark: column.mark, text })
    }
    const edited = [...cells]
    const isWhole = !this.idColumn || isSame(this.idColumn)
    const isLineEdited = this.columns.some(one => one.isOfLine && !isSame(one))
    for (const one of this.columns) {
      const isKept = !isWhole || (one.isOfLine ? isLineEdited : !isSame(one))
      if (!isKept || isSum(one.column)) edited[one.columnIndex] = null
    }
    const number = cellText(cells[this.numberColumn])
    return { archiveNumber: number === '' ? null : number, orderKey: key.orderKey, edited }
  }
}

function columnOfField({ fieldCells }: ImportPlan, field: ImportTarget): ExportColumn | undefined {
  const fieldId = fieldIdOf(field)
  const cell = fieldId === null ? undefined : fieldCells.get(fieldId)
  return fieldId === null || !cell ? undefined : exportColumnOf({ fieldId, valueKind: cell.valueKind })
}

/** Sums follow from the orders that the archive has. */
function isSum({ field }: ExportColumn): boolean {
  return field?.startsWith('opening') === true
}

function unguardCells(cells: readonly RawCell[]): readonly RawCell[] {
  return cells.map(cell => (typeof cell === 'string' ? unguardText(cell) : cell))
}
