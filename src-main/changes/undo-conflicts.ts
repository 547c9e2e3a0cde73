import type { ReadableDb } from '#main/database/db.ts'
import { readPictureValue } from '#shared/domain/attachment.ts'
import {
  findLaterChange,
  findTagName,
  forEachPageOfChanges,
  type LoggedChange,
  type LoggedRow,
  type LoggedTable,
  listCreatedRanges,
} from './change.queries.ts'
import { readCurrentValues } from './changed-cells.ts'
import { findCustomerOfRow, listHandChangesAfter } from './undo.queries.ts'
import type { CreatedRange } from './undo-stays.queries.ts'

/**
 * A value that was edited by hand after the act that is to be taken back. Column '*' stands for a whole row that hangs
 * on a created customer: added by hand when `before` is null, else removed.
 */
export type UndoConflict = {
  readonly table: LoggedTable
  readonly rowId: number
  readonly column: string
  readonly now: string | number | null
  readonly before: string | number | null
  /** The created customer on whom the row hangs or hung; of whole rows only. */
  readonly customerId?: number
}

/** Columns that follow from others or from the act itself: they are put back with them and never asked about. */
export const derivedColumns: ReadonlySet<string> = new Set([
  'name_sort',
  'name_strokes',
  'updated_at',
  'facts_on',
  'ordered_on',
  'net_minor',
  'is_counted',
])

/** Columns that a merge moves; a merge is taken back as a whole, before the import. */
const movedColumns: ReadonlySet<string> = new Set(['customer_id', 'merged_into_id'])

/**
 * Lists what was edited by hand after a change set, so that it can be asked about.
 *
 * Shape: `onPage` is called now and then. Empty: nothing was edited since. Cost: one look-up per changed row.
 */
export function listUndoConflicts(
  db: ReadableDb,
  changeSetId: number,
  onPage: () => void = () => undefined,
): UndoConflict[] {
  const conflicts: UndoConflict[] = []
  forEachPageOfChanges(db, changeSetId, page => {
    onPage()
    const asked = page.filter(({ column_name }) => column_name !== '*' && !isNeverAsked(column_name))
    const currentOf = readCurrentValues(db, asked)
    for (const change of asked) {
      const now = currentOf(change)
      if (now === undefined || now === change.after || laterOwnerOf(db, change)) continue
      const { table_name: table, row_id: rowId, column_name: column, before } = change
      conflicts.push({ table, rowId, column, now, before })
    }
  })
  return [...conflicts, ...listEditsOfCreated(db, changeSetId)]
}

/** Finds the later import or merge that built on a value: the value is its own now. */
function laterOwnerOf(db: ReadableDb, change: LoggedChange) {
  const later = findLaterChange(db, change)
  const isOwner = later && (later.import_batch_id !== null || later.kind === 'customers-merged')
  return isOwner && later.before === change.after ? later : undefined
}

/** Tells whether a row lies in one of the ranges. */
export function isCreated(ranges: readonly CreatedRange[], table: LoggedTable, rowId: number): boolean {
  return ranges.some(range => range.table_name === table && rowId >= range.first_id && rowId <= range.last_id)
}

/** Edits of created rows, the oldest value and the newest of each cell, and what was hung on created customers. */
function listEditsOfCreated(db: ReadableDb, changeSetId: number): UndoConflict[] {
  const ranges = listCreatedRanges(db, changeSetId)
  const byCell = new Map<string, UndoConflict>()
  for (const change of ranges.length > 0 ? listHandChangesAfter(db, changeSetId) : []) {
    const conflict =
      change.column_name === '*' ? rowConflict(db, ranges, change) : cellConflict(ranges, change)
    if (!conflict) continue
    const key = `${conflict.table} ${conflict.rowId} ${conflict.column}`
    const earlier = byCell.get(key)
    byCell.set(key, earlier ? { ...earlier, now: conflict.now } : conflict)
  }
  return [...byCell.values()].filter(({ now, before }) => now !== before)
}

function cellConflict(ranges: readonly CreatedRange[], change: LoggedChange): UndoConflict | undefined {
  const { table_name: table, row_id: rowId, column_name: column, before, after } = change
  if (isNeverAsked(column) || !isCreated(ranges, table, rowId)) return undefined
  return { table, rowId, column, now: after, before }
}

function rowConflict(
  db: ReadableDb,
  ranges: readonly CreatedRange[],
  { table_name: table, row_id: rowId, before, after }: LoggedChange,
): UndoConflict | undefined {
  const json = after ?? before
  if (json === null || !(partsOfCard as readonly LoggedTable[]).includes(table)) return undefined
  const row = JSON.parse(String(json)) as LoggedRow
  const customerId = findCustomerOfRow(db, table, rowId) ?? Number(row.customer_id)
  if (!isCreated(ranges, 'customer', customerId)) return undefined
  const text = rowText(db, row)
  return {
    table,
    rowId,
    column: '*',
    now: after === null ? null : text,
    before: before === null ? null : text,
    customerId,
  }
}

/** What hangs on a card and can be added or taken off by hand. */
export const partsOfCard = [
  ...(['contact_point', 'customer_identity', 'customer_tag', 'field_value'] as const),
  ...([
    'file_entry',
    'funnel_step',
    'credit_record',
    'attachment',
    'card_change',
    'win_back',
    'card_dismissal',
    'field_source',
    'quality_decision',
  ] as const),
]

function rowText(db: ReadableDb, row: LoggedRow): string {
  if (row.value !== undefined) return readPictureValue(row.value)?.fileName ?? String(row.value)
  if (row.attachment_id !== undefined) return String(row.file_name)
  if (row.customer_tag_id === undefined) return ''
  return findTagName(db, Number(row.tag_id)) ?? ''
}

function isNeverAsked(column: string): boolean {
  return derivedColumns.has(column) || movedColumns.has(column)
}
