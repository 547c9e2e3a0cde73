import type { FieldCell } from '#main/fields/field-cell.service.ts'
import type { DayMonthOrder } from '#main/imports/cells/date-spelling.ts'
import type { ConflictPolicies } from '#shared/domain/conflict-policy.ts'
import type { CurrencyCode } from '#shared/domain/currency.ts'
import type { BalancePolicy } from '#shared/domain/import-batch.ts'
import type { ImportKind, ImportTarget } from '#shared/domain/import-field.ts'

/** A column that is taken, with what it means. */
export type PlannedColumn = { readonly columnIndex: number; readonly field: ImportTarget }

/** How a sheet is read and what is done where more than one thing could be done. */
export type ImportPlan = {
  readonly kind: ImportKind
  /** Row of the headings, counted from 1; the data lie below. */
  readonly headerRow: number
  readonly columns: readonly PlannedColumn[]
  readonly platform: string
  readonly shop: string
  readonly isShopConfirmed: boolean
  readonly balance: BalancePolicy | null
  readonly restoreFromBin: boolean
  /** Rows that only name a person join the one customer of that name. */
  readonly matchNames: boolean
  /** Fills blank birth dates and genders from resident ID numbers. */
  readonly fillFromIdNumber: boolean
  /** What becomes of values that the archive has. */
  readonly policies: ConflictPolicies
  readonly currency: CurrencyCode
  readonly timeZone: string
  /** The day of the import in the archive's zone. */
  readonly today: string
  /** Columns of dates in which 3/5/2024 can be read. */
  readonly dateOrders: ReadonlyMap<number, DayMonthOrder>
  /** The fields on the form beyond the default card, by their keys. */
  readonly fieldCells: ReadonlyMap<number, FieldCell>
  /** Set for a file that an archive exported: the mark of this archive, and whether texts are protected by apostrophes. */
  readonly own: { readonly archiveMark: string; readonly isGuarded: boolean } | null
}

/** What of a plan says how cells are read. */
export type ReadingPlan = Pick<
  ImportPlan,
  'columns' | 'currency' | 'timeZone' | 'today' | 'dateOrders' | 'fieldCells'
>

/** Finds the column of a field; null when it is not mapped. */
export function columnOf(plan: ImportPlan, field: ImportTarget): number | null {
  return plan.columns.find(column => column.field === field)?.columnIndex ?? null
}
