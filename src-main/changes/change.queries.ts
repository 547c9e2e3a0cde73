import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { sqlBuilder } from '#main/database/sql-builder.ts'
import type { ChangeSetTable } from './change.table.ts'

/** Tables whose rows the change log knows, parents first, with their keys. Undo removes children first. */
export const loggedTables = {
  customer: 'customer_id',
  customer_merge: 'customer_merge_id',
  customer_pair: 'customer_pair_id',
  tag: 'tag_id',
  field_group: 'field_group_id',
  field_definition: 'field_id',
  field_option: 'field_option_id',
  product: 'product_id',
  customer_identity: 'customer_identity_id',
  contact_point: 'contact_point_id',
  customer_tag: 'customer_tag_id',
  field_value: 'field_value_id',
  file_entry: 'file_entry_id',
  funnel_step: 'funnel_step_id',
  credit_record: 'credit_record_id',
  attachment: 'attachment_id',
  card_change: 'card_change_id',
  win_back: 'win_back_id',
  card_dismissal: 'card_dismissal_id',
  collection_plan: 'collection_plan_id',
  field_source: 'field_source_id',
  quality_decision: 'quality_decision_id',
  customer_view: 'customer_view_id',
  saved_segment: 'saved_segment_id',
  segment_version: 'segment_version_id',
  region_note: 'region_note_id',
  opening_balance: 'opening_balance_id',
  sales_order: 'sales_order_id',
  order_line: 'order_line_id',
  refund: 'refund_id',
} as const

/** A table of the change log. */
export type LoggedTable = keyof typeof loggedTables

/** A whole row as the change log keeps it. */
export type LoggedRow = Readonly<Record<string, string | number | null>>

/** One line of the change log. Column '*' stands for the whole row (JSON): inserted when `before` is null, else deleted. */
export type LoggedChange = {
  readonly change_id: number
  readonly table_name: LoggedTable
  readonly row_id: number
  readonly column_name: string
  readonly before: string | number | null
  readonly after: string | number | null
}

/** Stores a change set. */
export function insertChangeSet(
  db: WritableDb,
  set: Pick<ChangeSetTable, 'kind' | 'actor' | 'made_at' | 'import_batch_id' | 'undoes_change_set_id'>,
): number {
  const values = { ...set, undone_by_change_set_id: null }
  return db.run(sqlBuilder.insertInto('change_set').values(values)).lastInsertRowid
}

/** Removes a change set that no line belongs to. */
export function deleteChangeSet(db: WritableDb, changeSetId: number): void {
  db.run(sqlBuilder.deleteFrom('change_set').where('change_set_id', '=', changeSetId))
}

/** Finds a change set. */
export function findChangeSet(db: ReadableDb, changeSetId: number) {
  return db.get(sqlBuilder.selectFrom('change_set').selectAll().where('change_set_id', '=', changeSetId))
}

/** Finds the key of the newest change set. Empty: 0 before the first. */
export function findNewestChangeSetId(db: ReadableDb): number {
  const newest = sqlBuilder
    .selectFrom('change_set')
    .select('change_set_id')
    .orderBy('change_set_id', 'desc')
    .limit(1)
  return db.get(newest)?.change_set_id ?? 0
}

/** Marks a change set as taken back (or, with null, as valid again). */
export function updateUndoneBy(db: WritableDb, changeSetId: number, undoneBy: number | null): void {
  db.run(
    sqlBuilder
      .updateTable('change_set')
      .set({ undone_by_change_set_id: undoneBy })
      .where('change_set_id', '=', changeSetId),
  )
}

/** The statement that stores one line of the change log; keep it for hot loops. */
export function prepareInsertChange(db: WritableDb) {
  return db.prepare(
    'INSERT INTO change (change_set_id, table_name, row_id, column_name, before, after) VALUES (?, ?, ?, ?, ?, ?)',
  )
}

/** Stores a range of created rows. */
export function insertCreatedRange(
  db: WritableDb,
  changeSetId: number,
  table: LoggedTable,
  firstId: number,
  lastId: number,
) {
  db.run(
    sqlBuilder
      .insertInto('created_range')
      .values({ change_set_id: changeSetId, table_name: table, first_id: firstId, last_id: lastId }),
  )
}

/** Counts the lines of a change set. */
export function countChanges(db: ReadableDb, changeSetId: number): number {
  const sql = 'SELECT count(*) AS count FROM change WHERE change_set_id = ?'
  return db.prepareRead<{ count: number }>(sql).get(changeSetId)?.count ?? 0
}

/** Lists up to 5,000 lines of a change set that are older than a line, newest first. */
function listChangesBefore(db: ReadableDb, changeSetId: number, beforeChangeId: number): LoggedChange[] {
  return db.all(
    sqlBuilder
      .selectFrom('change')
      .select(['change_id', 'table_name', 'row_id', 'column_name', 'before', 'after'])
      .where('change_set_id', '=', changeSetId)
      .where('change_id', '<', beforeChangeId)
      .orderBy('change_id', 'desc')
      .limit(5000),
  ) as LoggedChange[]
}

/** Goes through the lines of a change set, newest first, some thousand at a time. */
export function forEachPageOfChanges(
  db: ReadableDb,
  changeSetId: number,
  visit: (page: readonly LoggedChange[]) => void,
): void {
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const page = listChangesBefore(db, changeSetId, before)
    const last = page.at(-1)
    if (!last) return
    visit(page)
    before = last.change_id
  }
}

/** Names a tag. Empty: undefined when it is gone. */
export function findTagName(db: ReadableDb, tagId: number): string | undefined {
  return db.prepareRead<{ name: string }>('SELECT name FROM tag WHERE tag_id = ?').get(tagId)?.name
}

/** Lists the ranges of rows that a change set created. */
export function listCreatedRanges(db: ReadableDb, changeSetId: number) {
  return db.all(
    sqlBuilder
      .selectFrom('created_range')
      .select(['table_name', 'first_id', 'last_id'])
      .where('change_set_id', '=', changeSetId),
  ) as { table_name: LoggedTable; first_id: number; last_id: number }[]
}

/**
 * Finds the first change of the same cell after a given one that has not been taken back, with its set; undos are none.
 * Empty: undefined when the cell was not touched since.
 */
export function findLaterChange(
  db: ReadableDb,
  change: Pick<LoggedChange, 'change_id' | 'table_name' | 'row_id' | 'column_name'>,
) {
  return db.get(
    sqlBuilder
      .selectFrom('change')
      .innerJoin('change_set', 'change_set.change_set_id', 'change.change_set_id')
      .select(['change.change_id', 'change_set.import_batch_id', 'change_set.kind', 'change.before'])
      .where('change.table_name', '=', change.table_name)
      .where('change.row_id', '=', change.row_id)
      .where('change.column_name', '=', change.column_name)
      .where('change.change_id', '>', change.change_id)
      .where('change_set.undone_by_change_set_id', 'is', null)
      .where('change_set.undoes_change_set_id', 'is', null)
      .orderBy('change.change_id')
      .limit(1),
  )
}

/** Rewrites what a later change has as its old value. */
export function updateChangeBefore(db: WritableDb, changeId: number, before: string | number | null): void {
  db.run(sqlBuilder.updateTable('change').set({ before }).where('change_id', '=', changeId))
}

/** Acts that the program does by itself: they stand in the history, and are no step to take back. */
export const ownActs = ['tags-expired', 'tags-by-rule']

/** Finds the newest change set that Ctrl+Z would take back: an act of the operator that is still valid. */
export function findUndoStep(db: ReadableDb) {
  return db.get(
    sqlBuilder
      .selectFrom('change_set')
      .select(['change_set_id', 'kind', 'made_at', 'import_batch_id'])
      .where('kind', 'not in', ownActs)
      .where('undone_by_change_set_id', 'is', null)
      .where('undoes_change_set_id', 'is', null)
      .orderBy('change_set_id', 'desc')
      .limit(1),
  )
}

/** Finds the undo that Ctrl+Y would take back: the newest valid one with no later act of the operator. */
export function findRedoStep(db: ReadableDb) {
  return db.get(
    sqlBuilder
      .selectFrom('change_set as undo')
      .innerJoin('change_set as act', 'act.change_set_id', 'undo.undoes_change_set_id')
      .select(['undo.change_set_id', 'act.kind', 'undo.made_at', 'act.import_batch_id'])
      .where('undo.undone_by_change_set_id', 'is', null)
      .where('act.undoes_change_set_id', 'is', null)
      .where('act.import_batch_id', 'is', null)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('change_set as later')
              .select('later.change_set_id')
              .where('later.kind', 'not in', ownActs)
              .where('later.undoes_change_set_id', 'is', null)
              .whereRef('later.change_set_id', '>', 'undo.change_set_id'),
          ),
        ),
      )
      .orderBy('undo.change_set_id', 'desc')
      .limit(1),
  )
}
