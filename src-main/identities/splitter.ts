import type { ChangeRecorder } from '#main/changes/change-log.service.ts'
import { raiseRevision } from '#main/changes/revision.service.ts'
import { columnOfField } from '#main/customers/card-column.service.ts'
import { nameKeysOf } from '#main/customers/name-keys.service.ts'
import type { WritableDb } from '#main/database/db.ts'
import { findBuyerIdsOfOrders } from '#main/imports/order-source.service.ts'
import { refreshCustomerTotals } from '#main/orders/customer-total.service.ts'
import { queueForIndexing } from '#main/search/search-queue.service.ts'
import type { LaterEdit, SplitChoices } from '#shared/domain/customer-merge.ts'
import { findFile, type PartTable, type StoredFile, updateFile, updateMergeSplit } from './merge.queries.ts'
import {
  deletePart,
  findOwner,
  findRemovedPart,
  hasTwin,
  insertPart,
  type LoggedValue,
  listFormerPositions,
  listPositions,
  updateOwner,
  updatePosition,
} from './split.queries.ts'
import type { SplitCase } from './split-case.ts'
import {
  findValueBeforeMerge,
  kindOfTable,
  listCardReturns,
  listLaterEdits,
  listLaterParts,
} from './split-plan.ts'

/**
 * Parts merged files: any number of splits as one act, then `finish`.
 *
 * Cost: some look-ups per part that a merge moved and per part that came later.
 */
export class Splitter {
  private readonly touched = new Set<number>()
  private readonly db: WritableDb
  private readonly recorder: ChangeRecorder

  constructor(db: WritableDb, recorder: ChangeRecorder) {
    this.db = db
    this.recorder = recorder
  }

  /** Gives back what a merge moved, and puts what came later where the choices say. */
  split(split: SplitCase, choices: SplitChoices): void {
    const { merge, other, survivor, root } = split
    const later = listLaterParts(this.db, split, ids => findBuyerIdsOfOrders(this.db, ids))
    const edits = listLaterEdits(this.db, split)
    const returns = listCardReturns(this.db, split)
    this.setColumns(other, { merged_into_id: null, deleted_at: null })
    this.returnParts(split, choices)
    const sideOf = new Map(choices.parts.map(({ kind, id, side }) => [`${kind} ${id}`, side]))
    for (const { kind, id, proposed } of later) {
      const side = sideOf.get(`${kind} ${id}`) ?? (choices.later === 'proposed' ? proposed : choices.later)
      if (side === 'other') this.move(tableOfKind(kind), id, root.customer_id, other.customer_id)
    }
    this.setColumns(survivor, Object.fromEntries(returns.map(({ column, value }) => [column, value])))
    for (const edit of edits) this.settleEdit(split, edit, choices)
    for (const file of [other, survivor, root]) this.closeGaps(file.customer_id)
    updateMergeSplit(this.db, merge.customer_merge_id, this.recorder.changeSetId)
    this.recorder.updated(
      'customer_merge',
      merge.customer_merge_id,
      'split_change_set_id',
      null,
      this.recorder.changeSetId,
    )
    for (const file of [other, survivor, root]) this.touched.add(file.customer_id)
  }

  /** Totals, index and revisions of everybody who was touched. */
  finish(): void {
    refreshCustomerTotals(this.db, [...this.touched])
    queueForIndexing(this.db, this.touched)
    raiseRevision(this.db, 'customers')
    raiseRevision(this.db, 'orders')
  }

  private returnParts(split: SplitCase, choices: SplitChoices): void {
    const { merge, other, own } = split
    const positions = listFormerPositions(this.db, merge)
    for (const table of Object.keys(own) as PartTable[])
      for (const id of own[table]) {
        const owner = findOwner(this.db, table, id)
        if (owner === undefined && choices.removed === 'restore')
          this.restore(table, id, other.customer_id, positions.get(id))
        if (owner === undefined || owner === other.customer_id) continue
        this.move(table, id, owner, other.customer_id)
        const position = table === 'contact_point' ? positions.get(id) : undefined
        if (position !== undefined) this.setPosition(id, position)
      }
  }

  private move(table: PartTable, id: number, fromId: number, toId: number): void {
    if (hasTwin(this.db, table, id, toId)) {
      this.recorder.deleting(table, id)
      deletePart(this.db, table, id)
      return
    }
    updateOwner(this.db, table, id, toId)
    this.recorder.updated(table, id, 'customer_id', fromId, toId)
  }

  private restore(table: PartTable, id: number, customerId: number, position: number | undefined): void {
    const row = findRemovedPart(this.db, table, id)
    if (!row) return
    const place = table === 'contact_point' && position !== undefined ? { position } : {}
    if (insertPart(this.db, table, { ...row, customer_id: customerId, ...place }))
      this.recorder.inserted(table, id)
  }

  private setPosition(contactPointId: number, position: number): void {
    const row = listPositions(this.db, findOwner(this.db, 'contact_point', contactPointId) ?? 0).find(
      one => one.contact_point_id === contactPointId,
    )
    if (!row || row.position === position) return
    this.recorder.updated('contact_point', contactPointId, 'position', row.position, position)
    updatePosition(this.db, contactPointId, position)
  }

  /** The first contact point of a kind must stand at 0: the list shows that one. */
  private closeGaps(customerId: number): void {
    const next = new Map<string, number>()
    for (const { contact_point_id: id, kind, position } of listPositions(this.db, customerId)) {
      const place = next.get(kind) ?? 0
      next.set(kind, place + 1)
      if (place === position) continue
      this.recorder.updated('contact_point', id, 'position', position, place)
      updatePosition(this.db, id, place)
    }
  }

  private settleEdit(split: SplitCase, { field, merged, now }: LaterEdit, choices: SplitChoices): void {
    const choice = choices.edits[field] ?? 'survivor'
    if (choice === 'survivor') return
    const column = columnOfField[field]
    const before = findValueBeforeMerge(this.db, split, column)
    const value = before === undefined ? merged : before
    this.setColumns(this.stored(split.survivor.customer_id), { [column]: value })
    if (choice === 'other') this.setColumns(this.stored(split.other.customer_id), { [column]: now })
  }

  private stored(customerId: number): StoredFile {
    const file = findFile(this.db, customerId)
    if (!file) throw new Error('a file of a split is there')
    return file
  }

  private setColumns(file: StoredFile, columns: Readonly<Record<string, LoggedValue>>): void {
    const all = typeof columns.name === 'string' ? { ...columns, ...nameKeysOf(columns.name) } : columns
    const stored = file as unknown as Readonly<Record<string, LoggedValue>>
    if (Object.keys(all).length === 0) return
    for (const [column, value] of Object.entries(all))
      this.recorder.updated('customer', file.customer_id, column, stored[column] ?? null, value)
    updateFile(this.db, file.customer_id, all)
  }
}

function tableOfKind(kind: (typeof kindOfTable)[PartTable]): PartTable {
  return (Object.keys(kindOfTable) as PartTable[]).find(table => kindOfTable[table] === kind) ?? 'sales_order'
}
