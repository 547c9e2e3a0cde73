import { beginChangeSet, type ChangeRecorder } from '#main/changes/change-log.service.ts'
import { raiseRevision } from '#main/changes/revision.service.ts'
import { cardColumns } from '#main/customers/card-column.service.ts'
import { nameKeysOf } from '#main/customers/name-keys.service.ts'
import type { WritableDb } from '#main/database/db.ts'
import { refreshCustomerTotals } from '#main/orders/customer-total.service.ts'
import { queueForIndexing } from '#main/search/search-queue.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import {
  type FieldSource,
  type FieldSources,
  joinNotes,
  proposeSources,
} from '#shared/domain/customer-merge.ts'
import {
  findFile,
  findLastChangeId,
  findLastPartIds,
  insertMerge,
  type PartTable,
  preparePartMoves,
  type StoredFile,
  updateFile,
} from './merge.queries.ts'
import { mergeCardsOf } from './merge-card.ts'

/** Who merges or splits, and when (an instant in UTC). */
export type IdentityAct = { readonly actor: string; readonly now: string }

/** Which files become one, and whose values the card takes where it was chosen. */
export type MergeRequest = {
  readonly survivorId: number
  readonly otherIds: readonly number[]
  readonly sources: FieldSources
}

/**
 * Makes several files one; `importBatchId` names the import whose suggestion it was. Everything that hangs on the others goes to the survivor, whose card takes the chosen values.
 * The others stay with their archive numbers, point to the survivor and leave lists, counts and analyses.
 *
 * Errors: not-found when one of them does not exist, is in the bin or belongs to another file already;
 * invalid-request when the survivor is among the others.
 */
export function mergeCustomers(
  db: WritableDb,
  request: MergeRequest & { readonly importBatchId: number | null },
  act: IdentityAct,
): { readonly changeSetId: number } {
  return db.transaction(() => {
    const merger = new Merger(db, { ...act, importBatchId: request.importBatchId })
    merger.merge(request)
    return { changeSetId: merger.finish() }
  })
}

/**
 * Makes many merges as one act with one undo. Files that are gone or have become one meanwhile are passed over.
 *
 * Empty: nothing to merge gives changeSetId null.
 */
export function mergeGroups(
  db: WritableDb,
  groups: readonly (readonly number[])[],
  act: IdentityAct & { readonly importBatchId: number | null },
): { readonly changeSetId: number | null; readonly merged: number } {
  return db.transaction(() => {
    const isLive = (customerId: number) => findFile(db, customerId)?.deleted_at === null
    const lasting = groups.map(ids => ids.filter(isLive)).filter(ids => ids.length > 1)
    if (lasting.length === 0) return { changeSetId: null, merged: 0 }
    const merger = new Merger(db, act)
    for (const [survivorId = 0, ...otherIds] of lasting) merger.merge({ survivorId, otherIds, sources: {} })
    return { changeSetId: merger.finish(), merged: merger.mergedCount }
  })
}

/** Columns of the survivor that follow from both cards: known since, and as new as the newer of the two. */
function followingColumns(survivor: StoredFile, other: StoredFile, now: string) {
  const isNewer = (other.facts_on ?? '') > (survivor.facts_on ?? '')
  return {
    facts_on: isNewer ? other.facts_on : survivor.facts_on,
    created_at: other.created_at < survivor.created_at ? other.created_at : survivor.created_at,
    updated_at: now,
  }
}

/** Parts that move whatever the survivor has. */
const plainParts = [
  ...([
    'sales_order',
    'customer_identity',
    'opening_balance',
    'file_entry',
    'funnel_step',
    'credit_record',
    'attachment',
  ] as const),
]

class Merger {
  mergedCount = 0
  private readonly touched = new Set<number>()
  private readonly moves
  private readonly db: WritableDb
  private readonly recorder: ChangeRecorder
  private readonly act: IdentityAct & { readonly importBatchId: number | null }

  constructor(db: WritableDb, act: IdentityAct & { readonly importBatchId: number | null }) {
    this.db = db
    this.recorder = beginChangeSet(db, { kind: 'customers-merged', actor: act.actor, madeAt: act.now })
    this.act = act
    this.moves = preparePartMoves(db)
  }

  merge({ survivorId, otherIds, sources }: MergeRequest): void {
    if (otherIds.includes(survivorId) || new Set(otherIds).size !== otherIds.length)
      throw new AppError('invalid-request')
    const survivor = this.live(survivorId)
    const others = otherIds.map(id => this.live(id))
    const chosen = { ...proposeSources(mergeCardsOf([survivor, ...others])), ...sources }
    for (const other of others) this.mergeOne(survivorId, other, chosen)
    this.mergedCount += others.length
  }

  /** Brings totals, index and revisions up to date, once after the last merge; the change set. */
  finish(): number {
    refreshCustomerTotals(this.db, [...this.touched])
    queueForIndexing(this.db, this.touched)
    raiseRevision(this.db, 'customers')
    raiseRevision(this.db, 'orders')
    return this.recorder.changeSetId
  }

  private live(customerId: number): StoredFile {
    const file = findFile(this.db, customerId)
    if (!file || file.deleted_at !== null) throw new AppError('not-found')
    return file
  }

  private mergeOne(survivorId: number, other: StoredFile, sources: Record<string, FieldSource>): void {
    const { db, act } = this
    const firstChangeId = findLastChangeId(db) + 1
    const lastIds = findLastPartIds(db)
    this.moveParts(other.customer_id, survivorId)
    this.writeCard(this.live(survivorId), other, sources)
    this.setColumns(other, { merged_into_id: survivorId, deleted_at: act.now })
    const mergeId = insertMerge(db, {
      customer_id: other.customer_id,
      survivor_id: survivorId,
      import_batch_id: act.importBatchId,
      merged_at: act.now,
      first_change_id: firstChangeId,
      last_change_id: findLastChangeId(db),
      last_ids: JSON.stringify(lastIds),
    })
    this.recorder.inserted('customer_merge', mergeId)
    this.touched.add(survivorId).add(other.customer_id)
  }

  private moveParts(fromId: number, toId: number): void {
    for (const table of plainParts)
      for (const id of this.moves.listPlain(table, fromId)) this.move(table, id, fromId, toId)
    for (const id of this.moves.listTags(fromId, toId)) this.move('customer_tag', id, fromId, toId)
    for (const id of this.moves.listFieldValues(fromId, toId)) this.move('field_value', id, fromId, toId)
    for (const { id, kind, position } of this.moves.listContacts(fromId, toId)) {
      const next = this.moves.nextPosition(toId, kind)
      this.move('contact_point', id, fromId, toId)
      this.moves.setPosition(id, next)
      this.recorder.updated('contact_point', id, 'position', position, next)
    }
  }

  private move(table: PartTable, id: number, fromId: number, toId: number): void {
    this.moves.setOwner(table, id, toId)
    this.recorder.updated(table, id, 'customer_id', fromId, toId)
  }

  private writeCard(survivor: StoredFile, other: StoredFile, sources: Record<string, FieldSource>): void {
    const columns: Record<string, string | null> = followingColumns(survivor, other, this.act.now)
    for (const [field, column] of cardColumns) {
      if (sources[field] === other.customer_id) columns[column] = other[column]
      else if (sources[field] === 'both') columns[column] = joinNotes([survivor[column], other[column]])
    }
    if (typeof columns.name === 'string') Object.assign(columns, nameKeysOf(columns.name))
    this.setColumns(survivor, columns)
  }

  private setColumns(file: StoredFile, columns: Readonly<Record<string, string | number | null>>): void {
    const stored = file as unknown as Readonly<Record<string, string | number | null>>
    for (const [column, value] of Object.entries(columns))
      this.recorder.updated('customer', file.customer_id, column, stored[column] ?? null, value)
    updateFile(this.db, file.customer_id, columns)
  }
}
