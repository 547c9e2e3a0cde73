import type { ReadableDb } from '#main/database/db.ts'
import { prepareFieldCells } from '#main/fields/field-cell.service.ts'
import { getArchiveSettings } from '#main/settings/setting.service.ts'
import { CurrencyCode } from '#shared/domain/currency.ts'
import { dayIn } from '#shared/domain/day-in.ts'
import type { ImportPlanOptions } from '#shared/domain/import-batch.ts'
import type { ImportKind, ImportTarget } from '#shared/domain/import-field.ts'
import { findDateOrders } from './date-orders.ts'
import type { ImportPlan } from './plan/import-plan.ts'
import type { SheetRows } from './plan/sheet-rows.ts'
import type { RawRow } from './raw-row.ts'

/** What was settled of a sheet; `own` for an own export of the archive. */
export type SettledSheet = {
  readonly kind: ImportKind
  readonly options: ImportPlanOptions
  readonly columns: readonly {
    readonly columnIndex: number
    readonly header: string
    readonly field: ImportTarget | null
  }[]
  readonly sheet: SheetRows
  readonly sample: readonly RawRow[]
  readonly now: string
  readonly own: ImportPlan['own']
}

/** Makes the plan by which the rows of a sheet are read and compared, with the archive's currency and day. */
export function makeSheetPlan(
  db: ReadableDb,
  facts: SettledSheet,
  headerRow: number,
  proposedPlatform: string,
): ImportPlan {
  const { kind, options, columns, sheet, sample, now, own } = facts
  const { currency, timeZone } = getArchiveSettings(db)
  const fieldCells = prepareFieldCells(db)
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
    dateOrders: findDateOrders(mapped, { sheet, sample, headerRow, isChinese, fieldCells }),
    fieldCells,
    own,
  }
}
