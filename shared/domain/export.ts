import { z } from 'zod'
import { CustomerId } from './customer.ts'
import { type FieldDefinition, type FieldValueKind, OwnColumn, ownColumn } from './field.ts'
import type { ImportTarget } from './import-field.ts'

/** What an export holds: one customer a row, or one line of an order a row. */
export const ExportTable = z.enum(['customers', 'orders'])
export type ExportTable = z.infer<typeof ExportTable>

/** Kinds of files that an export is written as. `gb18030` is what Chinese Excel takes for GBK, and holds every character. */
export const ExportFormat = z.enum(['xlsx', 'csv'])
export type ExportFormat = z.infer<typeof ExportFormat>
export const ExportEncoding = z.enum(['utf-8', 'gb18030'])
export type ExportEncoding = z.infer<typeof ExportEncoding>
export const ExportSeparator = z.enum([',', ';', '\t'])
export type ExportSeparator = z.infer<typeof ExportSeparator>

/**
 * What the file is for: the shop's own record, or contacting people. Who refused contact is in no file for contacting.
 */
export const ExportPurpose = z.enum(['record', 'contact'])
export type ExportPurpose = z.infer<typeof ExportPurpose>

/** How a cell is written and compared: text keeps its digits and zeros; money is in major units. */
export type ExportValue = 'text' | 'date' | 'date-time' | 'money' | 'unit-price' | 'number'

/**
 * A column that can be exported. `mark` names it within a row's key and never changes: a letter, or the key of a field and a
 * point; `field` is what the column is on
 * import, null for what an import does not take.
 */
export type ExportColumn = {
  readonly name: string
  readonly mark: string
  readonly value: ExportValue
  readonly field: ImportTarget | null
  readonly widthChars: number
  readonly isDefault: boolean
}

const column = <Name extends string>(
  name: Name,
  mark: string,
  field: ImportTarget | null,
  value: ExportValue,
  widthChars: number,
  isDefault = true,
) => ({ name, mark, field, value, widthChars, isDefault })

/** The columns of customers, in the order in which they are written. Headers: `export-column.<name>`. */
export const customerExportColumns = [
  column('archiveNumber', 'a', 'archiveNumber', 'text', 12),
  column('name', 'b', 'name', 'text', 18),
  column('customerKind', 'c', 'customerKind', 'text', 10),
  column('cardType', 'd', null, 'text', 14),
  column('gender', 'e', 'gender', 'text', 8),
  column('birthOn', 'f', 'birthOn', 'date', 12),
  column('occupation', 'g', 'occupation', 'text', 14),
  column('phone', 'h', 'phone', 'text', 16),
  column('secondPhone', 'i', 'secondPhone', 'text', 16),
  column('address', 'j', 'address', 'text', 40),
  column('email', 'k', 'email', 'text', 24),
  column('wechat', 'l', 'wechat', 'text', 16),
  column('tags', 'm', 'tags', 'text', 20),
  column('source', 'n', 'source', 'text', 14),
  column('note', 'o', 'customerNote', 'text', 30),
  column('legacyNumber', 'p', 'legacyNumber', 'text', 14),
  column('platform', 'q', 'platform', 'text', 10, false),
  column('shop', 'r', 'shop', 'text', 14, false),
  column('buyerId', 's', 'buyerId', 'text', 18, false),
  column('buyerNickname', 't', 'buyerNickname', 'text', 16, false),
  column('orderCount', 'u', 'openingOrderCount', 'number', 10),
  column('spend', 'v', 'openingSpend', 'money', 12),
  column('returnCount', 'w', 'openingReturnCount', 'number', 10),
  column('firstOn', 'x', 'openingFirstOn', 'date', 12),
  column('lastOn', 'y', 'openingLastOn', 'date', 12),
  column('contactRefusedOn', 'z', null, 'date', 14),
  column('createdOn', 'A', null, 'date', 12, false),
  column('updatedOn', 'B', null, 'date', 12, false),
  /** Always with its middle hidden: whole numbers leave only with everything. */
  column('idNumber', 'C', null, 'text', 20, false),
  column('ownCustomerKey', '', 'ownKey', 'text', 12),
] as const satisfies readonly ExportColumn[]

/** The columns of orders with their lines, in the order in which they are written. */
export const orderExportColumns = [
  column('orderNumber', 'a', 'orderNumber', 'text', 24),
  column('orderedAt', 'b', 'orderedAt', 'date-time', 20),
  column('orderStatus', 'c', 'orderStatus', 'text', 14),
  column('platform', 'd', 'platform', 'text', 10),
  column('shop', 'e', 'shop', 'text', 14),
  column('customerNumber', 'f', 'archiveNumber', 'text', 12),
  column('customerName', 'g', null, 'text', 18),
  column('receiverName', 'h', 'name', 'text', 18),
  column('receiverPhone', 'i', 'phone', 'text', 16),
  column('receiverAddress', 'j', 'address', 'text', 40),
  column('orderPaid', 'k', 'orderPaid', 'money', 12),
  column('orderRefunded', 'l', 'orderRefunded', 'money', 12),
  column('refundedOn', 'm', 'refundedOn', 'date', 12),
  column('orderNote', 'n', 'orderNote', 'text', 30),
  column('flowNote', 'z', 'flowNote', 'text', 24, false),
  column('subOrderNumber', 'o', 'subOrderNumber', 'text', 24),
  column('productTitle', 'p', 'productTitle', 'text', 40),
  column('productAttributes', 'q', 'productAttributes', 'text', 20),
  column('productId', 'r', 'productId', 'text', 18, false),
  column('sku', 's', 'sku', 'text', 18, false),
  column('merchantCode', 't', 'merchantCode', 'text', 18),
  column('productCategory', 'u', 'productCategory', 'text', 14),
  column('quantity', 'v', 'quantity', 'number', 8),
  column('unitPrice', 'w', 'unitPrice', 'unit-price', 12),
  column('linePaid', 'x', 'linePaid', 'money', 12),
  column('lineRefunded', 'y', 'lineRefunded', 'money', 12),
  column('ownOrderKey', '', 'ownKey', 'text', 12),
] as const satisfies readonly ExportColumn[]

export type CustomerExportColumn = (typeof customerExportColumns)[number]['name']
export type OrderExportColumn = (typeof orderExportColumns)[number]['name']
type NamedColumn = CustomerExportColumn | OrderExportColumn

/** The columns of each table by name. */
export const exportColumns: Readonly<
  Record<ExportTable, readonly (ExportColumn & { readonly name: NamedColumn })[]>
> = { customers: customerExportColumns, orders: orderExportColumns }

/** Names a column of an export: one of those above, or `field:<key>` for a field beyond the default card. */
export const ExportColumnName = z.union([
  z.enum([...new Set([...customerExportColumns, ...orderExportColumns].map(({ name }) => name))] as [
    NamedColumn,
    ...NamedColumn[],
  ]),
  OwnColumn,
])
export type ExportColumnName = z.infer<typeof ExportColumnName>

const valuesOfFields: Partial<Record<FieldValueKind, ExportValue>> = {
  ...{ number: 'number', money: 'money', day: 'date' },
}

/** Makes the column of a field beyond the default card. */
export function exportColumnOf({
  fieldId,
  valueKind,
}: Pick<FieldDefinition, 'fieldId' | 'valueKind'>): ExportColumn & { readonly name: OwnColumn } {
  const name = ownColumn(fieldId)
  return column(name, `${fieldId}.`, name, valuesOfFields[valueKind] ?? 'text', 16, false)
}

/**
 * Whose rows are exported: all, those of an opened list (also the members of a segment), or chosen customers. `isWhole`: the
 * list is that of all customers, so that orders of nobody known belong to it.
 */
export const ExportScope = z.discriminatedUnion('of', [
  z.object({ of: z.literal('all') }),
  z.object({ of: z.literal('list'), listId: z.int().positive(), isWhole: z.boolean().optional() }),
  z.object({ of: z.literal('customers'), customerIds: z.array(CustomerId).min(1).max(200_000) }),
])
export type ExportScope = z.infer<typeof ExportScope>

/** What is chosen for an export and remembered for the next one. */
export const ExportChoices = z.object({
  table: ExportTable,
  format: ExportFormat,
  encoding: ExportEncoding,
  separator: ExportSeparator,
  purpose: ExportPurpose,
  /** Phones, addresses, e-mails and WeChat names with their middle hidden. */
  isMasked: z.boolean(),
  customerColumns: z.array(ExportColumnName).min(1).max(500),
  orderColumns: z.array(ExportColumnName).min(1).max(100),
})
export type ExportChoices = z.infer<typeof ExportChoices>

/** The choices before anything was chosen. */
export const defaultExportChoices: ExportChoices = {
  table: 'customers',
  format: 'xlsx',
  encoding: 'utf-8',
  separator: ',',
  purpose: 'record',
  isMasked: false,
  customerColumns: customerExportColumns.filter(({ isDefault }) => isDefault).map(({ name }) => name),
  orderColumns: orderExportColumns.filter(({ isDefault }) => isDefault).map(({ name }) => name),
}

/** What an export ended with. `refusedCount`: customers left out because they refused contact. */
export const ExportOutcome = z.object({
  fileName: z.string(),
  rowCount: z.int(),
  customerCount: z.int(),
  refusedCount: z.int(),
  sizeBytes: z.int(),
  sha256: z.string(),
  elapsedMs: z.int(),
})
export type ExportOutcome = z.infer<typeof ExportOutcome>
