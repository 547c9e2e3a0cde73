import { z } from 'zod'
import { OwnColumn } from './field.ts'

/** Which kind of file a sheet is: one customer a row, or one order (line) a row. */
export const ImportKind = z.enum(['customers', 'orders'])
export type ImportKind = z.infer<typeof ImportKind>

/**
 * What a column can be mapped to. Names are the keys that `--map` takes; their texts stand in the catalogue under
 * `import-field.<name>`.
 *
 * `value` says how cells are read; `of` names the record the value belongs to; `kinds` the files it occurs in.
 */
export const importFields = [
  { name: 'archiveNumber', of: 'row', value: 'text', kinds: ['customers', 'orders'] },
  { name: 'ownKey', of: 'row', value: 'text', kinds: ['customers', 'orders'] },
  { name: 'legacyNumber', of: 'customer', value: 'text', kinds: ['customers', 'orders'] },
  { name: 'name', of: 'customer', value: 'text', kinds: ['customers', 'orders'] },
  { name: 'givenName', of: 'customer', value: 'text', kinds: ['customers', 'orders'] },
  { name: 'familyName', of: 'customer', value: 'text', kinds: ['customers', 'orders'] },
  { name: 'customerKind', of: 'customer', value: 'customer-kind', kinds: ['customers'] },
  { name: 'gender', of: 'customer', value: 'gender', kinds: ['customers', 'orders'] },
  { name: 'birthOn', of: 'customer', value: 'birth-date', kinds: ['customers'] },
  { name: 'idNumber', of: 'customer', value: 'id-number', kinds: ['customers'] },
  { name: 'occupation', of: 'customer', value: 'text', kinds: ['customers'] },
  { name: 'phone', of: 'customer', value: 'phone', kinds: ['customers', 'orders'] },
  { name: 'secondPhone', of: 'customer', value: 'phone', kinds: ['customers', 'orders'] },
  { name: 'address', of: 'customer', value: 'text', kinds: ['customers', 'orders'] },
  { name: 'province', of: 'customer', value: 'text', kinds: ['customers', 'orders'] },
  { name: 'city', of: 'customer', value: 'text', kinds: ['customers', 'orders'] },
  { name: 'district', of: 'customer', value: 'text', kinds: ['customers', 'orders'] },
  { name: 'email', of: 'customer', value: 'text', kinds: ['customers', 'orders'] },
  { name: 'wechat', of: 'customer', value: 'text', kinds: ['customers', 'orders'] },
  { name: 'customerNote', of: 'customer', value: 'text', kinds: ['customers'] },
  { name: 'tags', of: 'customer', value: 'text-list', kinds: ['customers'] },
  { name: 'source', of: 'customer', value: 'text', kinds: ['customers'] },
  { name: 'platform', of: 'source', value: 'text', kinds: ['customers', 'orders'] },
  { name: 'shop', of: 'source', value: 'text', kinds: ['customers', 'orders'] },
  { name: 'buyerId', of: 'customer', value: 'identifier', kinds: ['customers', 'orders'] },
  { name: 'buyerNickname', of: 'customer', value: 'text', kinds: ['customers', 'orders'] },
  { name: 'openingOrderCount', of: 'balance', value: 'count', kinds: ['customers'] },
  { name: 'openingSpend', of: 'balance', value: 'money', kinds: ['customers'] },
  { name: 'openingReturnCount', of: 'balance', value: 'count', kinds: ['customers'] },
  { name: 'openingFirstOn', of: 'balance', value: 'date', kinds: ['customers'] },
  { name: 'openingLastOn', of: 'balance', value: 'date', kinds: ['customers'] },
  { name: 'orderNumber', of: 'order', value: 'identifier', kinds: ['orders'] },
  { name: 'orderedAt', of: 'order', value: 'date-time', kinds: ['orders'] },
  { name: 'orderStatus', of: 'order', value: 'order-status', kinds: ['orders'] },
  { name: 'orderPaid', of: 'order', value: 'money', kinds: ['orders'] },
  { name: 'orderRefunded', of: 'order', value: 'money', kinds: ['orders'] },
  { name: 'refundedOn', of: 'order', value: 'date', kinds: ['orders'] },
  { name: 'orderNote', of: 'order', value: 'text', kinds: ['orders'] },
  { name: 'flowNote', of: 'order', value: 'text', kinds: ['orders'] },
  { name: 'subOrderNumber', of: 'line', value: 'identifier', kinds: ['orders'] },
  { name: 'productTitle', of: 'line', value: 'text', kinds: ['orders'] },
  { name: 'productId', of: 'line', value: 'identifier', kinds: ['orders'] },
  { name: 'sku', of: 'line', value: 'identifier', kinds: ['orders'] },
  { name: 'merchantCode', of: 'line', value: 'identifier', kinds: ['orders'] },
  { name: 'productAttributes', of: 'line', value: 'text', kinds: ['orders'] },
  { name: 'productCategory', of: 'line', value: 'text', kinds: ['orders'] },
  { name: 'quantity', of: 'line', value: 'quantity', kinds: ['orders'] },
  { name: 'unitPrice', of: 'line', value: 'unit-price', kinds: ['orders'] },
  { name: 'linePaid', of: 'line', value: 'money', kinds: ['orders'] },
  { name: 'lineRefunded', of: 'line', value: 'money', kinds: ['orders'] },
] as const

/** Name of a field that a column can be mapped to. */
export type ImportFieldName = (typeof importFields)[number]['name']

export const ImportFieldName = z.enum(
  importFields.map(field => field.name) as [ImportFieldName, ...ImportFieldName[]],
)

/** What a column can lead to: a field of the list, or `field:<key>` for a field beyond the default card, of customers only. */
export const ImportTarget = z.union([ImportFieldName, OwnColumn])
export type ImportTarget = z.infer<typeof ImportTarget>

/** How cells are read that lead to a field of the list. */
export type ImportValue = (typeof importFields)[number]['value']

const valueKindByName: ReadonlyMap<string, ImportValue> = new Map(
  importFields.map(({ name, value }) => [name, value]),
)

/** Says how cells of a target are read. Empty: undefined for a field beyond the default card. */
export function importValueOf(target: ImportTarget): ImportValue | undefined {
  return valueKindByName.get(target)
}

/** Tells a field of the list from one beyond the default card. */
export function isImportField(target: ImportTarget): target is ImportFieldName {
  return valueKindByName.has(target)
}

/**
 * The codes of why a row is rejected or a cell was taken as blank. Texts: `row-reason.<code>`.
 */
export const rowReasons = [
  'date-missing',
  'date-unreadable',
  'money-missing',
  'money-unreadable',
  'number-damaged-by-excel',
  'key-damaged',
  'name-and-keys-missing',
  'sum-row',
  'order-values-differ',
  'line-ambiguous',
  'in-bin',
  'error-cell',
  'covered-by-balance',
] as const
export type RowReason = (typeof rowReasons)[number]

/** A cell that was not taken as it stands, most of them imported as blank. Texts: `cell-issue.<code>`. */
export const cellIssues = [
  'phone-invalid',
  'phone-masked',
  'id-number-invalid',
  'date-lunar',
  'birth-date-unreadable',
  'gender-unreadable',
  'date-unreadable',
  'count-unreadable',
  'quantity-unreadable',
  'money-unreadable',
  'value-unknown',
  'number-unreadable',
  'choice-unknown',
  'text-too-long',
  'field-of-other-kind',
  'refund-above-paid',
  'balance-covered-by-orders',
  'balance-of-merged',
  'order-money-conflict',
  'number-damaged-by-excel',
  'error-cell',
] as const
export type CellIssue = (typeof cellIssues)[number]
