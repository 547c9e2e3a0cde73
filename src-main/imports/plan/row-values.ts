import type { CellProblem } from '#main/imports/cells/cell-problem.ts'
import type { StatusReading } from '#main/imports/cells/read-choice.ts'
import type { PhoneReading } from '#main/imports/cells/read-phone.ts'
import type { CustomerKind, Gender } from '#shared/domain/customer.ts'
import { fieldIdOf } from '#shared/domain/field.ts'
import type { FieldValue } from '#shared/domain/field-value.ts'
import { type ImportFieldName, type ImportTarget, isImportField } from '#shared/domain/import-field.ts'

type TextField = Exclude<ImportFieldName, keyof TypedValues>

type TypedValues = {
  customerKind: CustomerKind | null
  gender: Gender | null
  phone: readonly PhoneReading[] | null
  secondPhone: readonly PhoneReading[] | null
  tags: readonly string[] | null
  openingOrderCount: number | null
  openingSpend: number | null
  openingReturnCount: number | null
  orderStatus: StatusReading | null
  orderPaid: number | null
  orderRefunded: number | null
  quantity: number | null
  unitPrice: number | null
  linePaid: number | null
  lineRefunded: number | null
}

/**
 * The values of one row by field, null where the cell is blank, bad or not mapped.
 *
 * Units: money in minor units, unit price in 10^-6 major units, dates and times as `LocalTime`.
 */
export type RowValues = TypedValues &
  Record<TextField, string | null> & {
    /** By the keys of fields beyond the default card; blank and bad cells are missing. */
    fields: ReadonlyMap<number, FieldValue>
  }

/** A cell that could not be taken as it is. */
export type FieldProblem = {
  readonly field: ImportTarget
  readonly columnIndex: number
  readonly problem: CellProblem
}

/** Makes a row without any value. */
export function emptyRowValues(): RowValues {
  return { ...nothing }
}

/** Gives the value of any column. Empty: null. */
export function columnValue(values: RowValues, field: ImportTarget) {
  return isImportField(field) ? values[field] : (values.fields.get(fieldIdOf(field) ?? 0) ?? null)
}

const nothing: RowValues = {
  fields: new Map(),
  ...{
    archiveNumber: null,
    ownKey: null,
    legacyNumber: null,
    name: null,
    givenName: null,
    familyName: null,
    customerKind: null,
    gender: null,
  },
  ...{
    birthOn: null,
    idNumber: null,
    occupation: null,
    phone: null,
    secondPhone: null,
    address: null,
    province: null,
    city: null,
  },
  ...{
    district: null,
    email: null,
    wechat: null,
    customerNote: null,
    tags: null,
    source: null,
    platform: null,
  },
  ...{ shop: null, buyerId: null, buyerNickname: null, openingOrderCount: null, openingSpend: null },
  ...{
    openingReturnCount: null,
    openingFirstOn: null,
    openingLastOn: null,
    orderNumber: null,
    orderedAt: null,
  },
  ...{ orderStatus: null, orderPaid: null, orderRefunded: null, refundedOn: null, orderNote: null },
  flowNote: null,
  ...{ subOrderNumber: null, productTitle: null, productId: null, sku: null, merchantCode: null },
  ...{ productAttributes: null, productCategory: null, quantity: null, unitPrice: null, linePaid: null },
  ...{ lineRefunded: null },
}
