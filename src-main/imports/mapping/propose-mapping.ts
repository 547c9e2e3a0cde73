import { cellText } from '#main/imports/cells/cell-preview.ts'
import type { RawCell, RawRow } from '#main/imports/raw-row.ts'
import type { ImportFieldName, ImportKind } from '#shared/domain/import-field.ts'
import { headerKey } from './header-text.ts'
import { matchHeaders } from './match-headers.ts'
import { platformOf } from './platform-fingerprint.ts'

/** What the program takes a sheet for. `kind` null: it could be either. */
export type MappingProposal = {
  readonly kind: ImportKind | null
  readonly platform: string
  readonly fields: readonly (ImportFieldName | null)[]
}

type Fields = readonly (ImportFieldName | null)[]

const openingFields: readonly ImportFieldName[] = [
  'openingOrderCount',
  'openingSpend',
  'openingReturnCount',
  'openingFirstOn',
  'openingLastOn',
]
const orderFields: readonly ImportFieldName[] = [
  'orderNumber',
  'subOrderNumber',
  'productTitle',
  'productId',
  'merchantCode',
  'quantity',
  'unitPrice',
  'orderStatus',
]
const customerFields: readonly ImportFieldName[] = [
  ...([
    'legacyNumber',
    'name',
    'givenName',
    'familyName',
    'phone',
    'buyerId',
    'buyerNickname',
    'email',
    'wechat',
  ] as const),
]

/**
 * Proposes kind, platform and the field of each column from the headings, and from sample rows where a heading alone
 * does not tell whether a sum belongs to the order or to its line.
 *
 * Shape: `fields` has one entry per heading.
 */
export function proposeMapping(
  headers: readonly RawCell[],
  sample: readonly RawRow[],
  wantedKind?: ImportKind,
): MappingProposal {
  const keys = headers.map(headerKey)
  const asOrders = matchHeaders(keys, 'orders')
  const asCustomers = matchHeaders(keys, 'customers')
  const kind = wantedKind ?? proposeKind(asOrders, asCustomers)
  const fields = kind === 'orders' ? settleMoneyLevel(asOrders, sample) : asCustomers
  return { kind, platform: platformOf(keys), fields }
}

/** A date and money make an order, unless the sheet holds sums per customer; products or numbers alone mean orders too. */
function proposeKind(asOrders: Fields, asCustomers: Fields): ImportKind | null {
  const isMapped = (fields: Fields, ...names: ImportFieldName[]) => names.some(name => fields.includes(name))
  const orderSigns = orderFields.filter(name => asOrders.includes(name)).length
  const openingSigns = openingFields.filter(name => asCustomers.includes(name)).length
  const hasMoney = isMapped(asOrders, 'orderPaid', 'linePaid', 'unitPrice')
  if (isMapped(asOrders, 'orderedAt') && hasMoney && (orderSigns > 0 || openingSigns < 2)) return 'orders'
  if (isMapped(asOrders, 'orderNumber') || orderSigns >= 2) return 'orders'
  return isMapped(asCustomers, ...customerFields) ? 'customers' : null
}

/**
 * Where lines of one order show different sums in a column named after the order, the sums are the lines'. With a
 * sub-order column they are the lines' unless the sample shows the opposite or the lines have a column already.
 *
 * Shape: `fields` and the answer have one entry per column.
 */
export function settleMoneyLevel(fields: Fields, sample: readonly RawRow[]): Fields {
  const settled = [...fields]
  for (const [ofOrder, ofLine] of [
    ['orderPaid', 'linePaid'],
    ['orderRefunded', 'lineRefunded'],
  ] as const) {
    const column = fields.indexOf(ofOrder)
    if (column < 0) continue
    const { equal, different } = compareWithinOrders(fields.indexOf('orderNumber'), column, sample)
    const isTaken = fields.includes(ofLine)
    const isOfLine = different > 0 || (fields.includes('subOrderNumber') && equal === 0 && !isTaken)
    if (isOfLine) settled[column] = isTaken ? null : ofLine
  }
  return settled
}

/** Counts orders of several rows whose column holds one value on all of them, and those where values differ. */
function compareWithinOrders(orderColumn: number, moneyColumn: number, sample: readonly RawRow[]) {
  const values = new Map<string, string[]>()
  for (const { cells } of orderColumn < 0 ? [] : sample) {
    const order = cellText(cells[orderColumn])
    const value = cellText(cells[moneyColumn])
    if (order !== '' && value !== '') values.set(order, [...(values.get(order) ?? []), value])
  }
  const repeated = [...values.values()].filter(list => list.length > 1)
  const different = repeated.filter(list => new Set(list).size > 1).length
  return { equal: repeated.length - different, different }
}
