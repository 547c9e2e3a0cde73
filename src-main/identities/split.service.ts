import { beginChangeSet } from '#main/changes/change-log.service.ts'
import { columnOfField, shownCardValue } from '#main/customers/card-column.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { findBuyerIdsOfOrders } from '#main/imports/order-source.service.ts'
import {
  type LaterEdit,
  proposedSplit,
  type SplitChoices,
  type SplitPreview,
} from '#shared/domain/customer-merge.ts'
import type { PartTable } from './merge.queries.ts'
import type { IdentityAct } from './merge.service.ts'
import { findRemovedPart, listMergesOfImport } from './split.queries.ts'
import { openSplitCase } from './split-case.ts'
import { findTagName } from './split-part.queries.ts'
import { kindOfTable, listLaterEdits, listLaterParts, listRemovedParts } from './split-plan.ts'
import { Splitter } from './splitter.ts'

/** Says what splitting a merged file off again would do, and asks about what came later. Errors: not-found. */
export function previewSplit(db: ReadableDb, mergeId: number): SplitPreview {
  const split = openSplitCase(db, mergeId)
  const { merge, other, root, own } = split
  return {
    mergeId,
    customerId: other.customer_id,
    archiveNumber: other.archive_number,
    name: other.name,
    survivorId: root.customer_id,
    survivorArchiveNumber: root.archive_number,
    survivorName: root.name,
    mergedAt: merge.merged_at,
    returning: {
      order: own.sales_order.length,
      'contact-point': own.contact_point.length,
      tag: own.customer_tag.length,
      'field-value': own.field_value.length,
      identity: own.customer_identity.length,
      balance: own.opening_balance.length,
      entry: own.file_entry.length,
      'funnel-step': own.funnel_step.length,
      'credit-record': own.credit_record.length,
      attachment: own.attachment.length,
    },
    later: listLaterParts(db, split, ids => findBuyerIdsOfOrders(db, ids)),
    edits: listLaterEdits(db, split).map(shownEdit),
    removed: listRemovedParts(db, split).map(({ table, id }) => ({
      kind: kindOfTable[table],
      id,
      label: labelOfRemoved(db, table, id),
    })),
  }
}

/**
 * Parts two files that were merged: what the merge moved goes back, the card gets its values of before where nobody
 * changed them since, and what came later goes where the choices say.
 *
 * Errors: not-found when the merge was split or taken back already.
 */
export function splitMerge(
  db: WritableDb,
  request: { readonly mergeId: number; readonly choices: SplitChoices },
  act: IdentityAct,
): { readonly changeSetId: number; readonly customerId: number; readonly survivorId: number } {
  return db.transaction(() => {
    const recorder = beginChangeSet(db, { kind: 'customer-split', actor: act.actor, madeAt: act.now })
    const split = openSplitCase(db, request.mergeId)
    const splitter = new Splitter(db, recorder)
    splitter.split(split, request.choices)
    splitter.finish()
    const { other, root } = split
    return {
      changeSetId: recorder.changeSetId,
      customerId: other.customer_id,
      survivorId: root.customer_id,
    }
  })
}

/**
 * Splits every merge that hangs on an import, the newest first: those that were accepted from its suggestions, and those
 * of customers it made. Call it in the transaction that takes the import back, before anything else.
 *
 * Shape: later parts go where they belong, edits stay, what was removed comes back.
 * Empty: no such merge writes nothing; changeSetId null.
 */
export function splitMergesOf(
  db: WritableDb,
  request: { readonly importBatchId: number },
  act: IdentityAct,
): { readonly changeSetId: number | null; readonly count: number } {
  const mergeIds = listMergesOfImport(db, request.importBatchId)
  if (mergeIds.length === 0) return { changeSetId: null, count: 0 }
  return db.transaction(() => {
    const recorder = beginChangeSet(db, { kind: 'customer-split', actor: act.actor, madeAt: act.now })
    const splitter = new Splitter(db, recorder)
    for (const mergeId of mergeIds) splitter.split(openSplitCase(db, mergeId), proposedSplit)
    splitter.finish()
    return { changeSetId: recorder.changeSetId, count: mergeIds.length }
  })
}

/** Counts the merges that `splitMergesOf` would split. */
export function countMergesOf(db: ReadableDb, importBatchId: number): number {
  return listMergesOfImport(db, importBatchId).length
}

function shownEdit({ field, merged, now }: LaterEdit): LaterEdit {
  const column = columnOfField[field]
  return { field, merged: shownCardValue(column, merged), now: shownCardValue(column, now) }
}

function labelOfRemoved(db: ReadableDb, table: PartTable, id: number): string {
  const row = findRemovedPart(db, table, id)
  if (!row) return ''
  if (table === 'customer_tag') return findTagName(db, Number(row.tag_id)) ?? ''
  return String(row.value ?? row.order_number ?? row.file_name ?? '')
}
