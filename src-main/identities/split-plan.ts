import { cardColumns } from '#main/customers/card-column.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import type { CardField } from '#shared/domain/card-field.ts'
import type { LaterEdit, LaterPart, PartKind } from '#shared/domain/customer-merge.ts'
import { listMergesInto, type PartTable } from './merge.queries.ts'
import { proposeSide, type SideFacts } from './propose-side.ts'
import {
  findOwner,
  type LoggedValue,
  listCardLines,
  listCellLinesAfter,
  listPartIds,
  type StoredMerge,
} from './split.queries.ts'
import type { SplitCase } from './split-case.ts'
import { listBuyerIds, listNamedParts, listOrdersOfSplit, listPhoneKeys } from './split-part.queries.ts'

/** How the operator's words for parts and the tables go together. */
export const kindOfTable = {
  sales_order: 'order',
  contact_point: 'contact-point',
  customer_tag: 'tag',
  field_value: 'field-value',
  customer_identity: 'identity',
  opening_balance: 'balance',
  file_entry: 'entry',
  funnel_step: 'funnel-step',
  credit_record: 'credit-record',
  attachment: 'attachment',
} as const satisfies Record<PartTable, PartKind>

const namedTables = [
  ...([
    'contact_point',
    'customer_tag',
    'field_value',
    'customer_identity',
    'opening_balance',
    'file_entry',
    'funnel_step',
    'credit_record',
    'attachment',
  ] as const),
]

/** What becomes of one column of the survivor's card. */
export type CardChange = { readonly column: string; readonly value: LoggedValue }

/** Tells the buyer IDs under which orders were imported, by order. */
export type FindBuyerIds = (salesOrderIds: readonly number[]) => ReadonlyMap<number, string>

/** Lists what came after the merge, with the side each part is proposed for. */
export function listLaterParts(db: ReadableDb, split: SplitCase, findBuyerIds: FindBuyerIds): LaterPart[] {
  const { later } = split
  const orders = listOrdersOfSplit(db, later.sales_order)
  const buyerIds = findBuyerIds(later.sales_order)
  const sides = sidesOf(db, split)
  const named = namedTables.flatMap(table =>
    listNamedParts(db, table, later[table]).map(part => ({
      kind: kindOfTable[table],
      ...part,
      proposed: 'survivor' as const,
      reason: 'unknown' as const,
    })),
  )
  return [
    ...orders.map(order => {
      const { side, reason } = proposeSide(
        {
          ...{ platform: order.platform, shop: order.shop, buyerId: buyerIds.get(order.id) ?? null },
          ...{ receiverName: order.receiver_name, receiverPhone: order.receiver_phone },
        },
        sides.survivor,
        sides.other,
      )
      return {
        ...{ kind: 'order' as const, id: order.id, label: order.order_number ?? '' },
        ...{ day: order.ordered_on, netMinor: order.net_minor, proposed: side, reason },
      }
    }),
    ...named,
  ]
}

/** What tells the two files apart, as they will be after the split. */
function sidesOf(
  db: ReadableDb,
  { merge, root, other, survivor, own }: SplitCase,
): Record<'survivor' | 'other', SideFacts> {
  const isOwn = {
    customer_identity: new Set(own.customer_identity),
    contact_point: new Set(own.contact_point),
  }
  const rest = (table: 'customer_identity' | 'contact_point') =>
    listPartIds(db, table, root.customer_id).filter(id => !isOwn[table].has(id))
  const nameLine = listCardLines(db, merge).find(line => line.column === 'name')
  const contactsOfOther = [...own.contact_point, ...listPartIds(db, 'contact_point', other.customer_id)]
  return {
    survivor: {
      names: [nameLine ? String(nameLine.before) : survivor.name],
      phoneKeys: new Set(listPhoneKeys(db, rest('contact_point'))),
      buyerIds: listBuyerIds(db, rest('customer_identity')),
    },
    other: {
      names: [other.name],
      phoneKeys: new Set(listPhoneKeys(db, contactsOfOther)),
      buyerIds: listBuyerIds(db, own.customer_identity),
    },
  }
}

/** Lists the own parts that somebody removed from the merged file. */
export function listRemovedParts(db: ReadableDb, { own }: SplitCase): { table: PartTable; id: number }[] {
  return (Object.keys(own) as PartTable[]).flatMap(table =>
    own[table].filter(id => findOwner(db, table, id) === undefined).map(id => ({ table, id })),
  )
}

/** Lists the columns of the survivor's card that hold something else without the merge. */
export function listCardReturns(db: ReadableDb, { merge, survivor }: SplitCase): CardChange[] {
  const now = survivor as unknown as Readonly<Record<string, LoggedValue>>
  return listCardLines(db, merge)
    .map(({ column }) => ({ column, value: standingValue(db, merge, column) }))
    .filter(({ column, value }) => value !== now[column])
}

/** What a column held before the merge. Empty: undefined where the merge changed nothing. */
export function findValueBeforeMerge(
  db: ReadableDb,
  { merge }: SplitCase,
  column: string,
): LoggedValue | undefined {
  const isChanged = listCardLines(db, merge).some(line => line.column === column)
  return isChanged ? standingValue(db, merge, column, merge.first_change_id) : undefined
}

/**
 * Tells what a column of the survivor's card holds, up to a line, by everything but this merge and those split before. A
 * split itself says nothing, unless it answered for an edit.
 */
function standingValue(db: ReadableDb, merge: StoredMerge, column: string, beforeId = Infinity): LoggedValue {
  const gone = listMergesInto(db, merge.survivor_id).filter(
    one => one.split_change_set_id !== null || one.customer_merge_id === merge.customer_merge_id,
  )
  const lines = listCellLinesAfter(db, merge.survivor_id, column, 0)
  let value = lines[0]?.before ?? null
  let isEdited = false
  for (const { changeId, kind, after } of lines) {
    if (changeId >= beforeId) break
    const isGone = gone.some(one => one.first_change_id <= changeId && changeId <= one.last_change_id)
    if (kind !== 'customer-split') isEdited = !isGone && kind !== 'customers-merged'
    else if (!isEdited) continue
    if (!isGone) value = after
  }
  return value
}

const actsOfIdentity = new Set(['customers-merged', 'customer-split'])

/** Lists the fields of the merged card that an edit or an import changed since, while it stands for itself. */
export function listLaterEdits(db: ReadableDb, { merge, survivor, root }: SplitCase): LaterEdit[] {
  if (survivor.customer_id !== root.customer_id) return []
  return cardColumns.flatMap(
    ([field, column]): { field: CardField; merged: string | null; now: string | null }[] => {
      const lines = listCellLinesAfter(db, survivor.customer_id, column, merge.last_change_id)
      const edit = lines.find(line => !actsOfIdentity.has(line.kind))
      if (!edit || edit.before === survivor[column]) return []
      return [{ field, merged: edit.before === null ? null : String(edit.before), now: survivor[column] }]
    },
  )
}
