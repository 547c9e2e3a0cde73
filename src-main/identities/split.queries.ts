import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { sqlBuilder } from '#main/database/sql-builder.ts'
import type { SqlValue } from '#main/database/sql-value.ts'
import { type findMergeOf, type PartTable, partTables } from './merge.queries.ts'

/** A merge as it is stored. */
export type StoredMerge = NonNullable<ReturnType<typeof findMergeOf>>

/** One value as the change log holds it. */
export type LoggedValue = string | number | null

type Range = Pick<StoredMerge, 'first_change_id' | 'last_change_id'>

/** Lists the parts that a merge moved, with the file each came from. */
export function listMovedParts(db: ReadableDb, merge: Range) {
  return db
    .prepareRead<{ table: PartTable; id: number; fromId: number }>(
      `SELECT table_name AS "table", row_id AS id, before AS fromId FROM change
       WHERE change_id BETWEEN ? AND ? AND column_name = 'customer_id' ORDER BY change_id`,
    )
    .all(merge.first_change_id, merge.last_change_id)
}

/** One move of a part from a file to another. */
export type PartMove = {
  readonly changeId: number
  readonly kind: string
  readonly fromId: number
  readonly toId: number
}

/** Makes the function that lists the moves of a part, oldest first; undone acts and undos do not count. */
export function preparePartHistory(db: ReadableDb): (table: PartTable, id: number) => PartMove[] {
  const statement = db.prepareRead<PartMove>(
    `SELECT change_id AS changeId, change_set.kind, before AS fromId, after AS toId
     FROM change JOIN change_set USING (change_set_id)
     WHERE table_name = ? AND row_id = ? AND column_name = 'customer_id'
       AND undone_by_change_set_id IS NULL AND undoes_change_set_id IS NULL
     ORDER BY change_id`,
  )
  return (table, id) => statement.all(table, id)
}

/** Lists which place each contact point had before a merge. */
export function listFormerPositions(db: ReadableDb, merge: Range): ReadonlyMap<number, number> {
  const rows = db
    .prepareRead<{ id: number; position: number }>(
      `SELECT row_id AS id, before AS position FROM change
       WHERE change_id BETWEEN ? AND ? AND table_name = 'contact_point' AND column_name = 'position'`,
    )
    .all(merge.first_change_id, merge.last_change_id)
  return new Map(rows.map(row => [row.id, row.position]))
}

/** Lists what a merge changed on the survivor's card. */
export function listCardLines(db: ReadableDb, merge: Range & Pick<StoredMerge, 'survivor_id'>) {
  return db
    .prepareRead<{ column: string; before: LoggedValue }>(
      `SELECT column_name AS "column", before FROM change
       WHERE change_id BETWEEN ? AND ? AND table_name = 'customer' AND row_id = ?`,
    )
    .all(merge.first_change_id, merge.last_change_id, merge.survivor_id)
}

/** Lists the lines of one cell of a card after a given line, oldest first; those of undone acts and of undos are left out. */
export function listCellLinesAfter(db: ReadableDb, customerId: number, column: string, changeId: number) {
  return db
    .prepareRead<{ changeId: number; kind: string; before: LoggedValue; after: LoggedValue }>(
      `SELECT change_id AS changeId, change_set.kind, before, after FROM change JOIN change_set USING (change_set_id)
       WHERE table_name = 'customer' AND row_id = ? AND column_name = ? AND change_id > ?
         AND undone_by_change_set_id IS NULL AND undoes_change_set_id IS NULL
       ORDER BY change_id`,
    )
    .all(customerId, column, changeId)
}

/** Tells whose a part is. Empty: undefined when it is gone. */
export function findOwner(db: ReadableDb, table: PartTable, id: number): number | undefined {
  return db
    .prepareRead<{ customer_id: number }>(`SELECT customer_id FROM ${table} WHERE ${partTables[table]} = ?`)
    .get(id)?.customer_id
}

/** Lists the keys of a customer's parts. */
export function listPartIds(db: ReadableDb, table: PartTable, customerId: number): number[] {
  return db
    .prepareRead<{ id: number }>(
      `SELECT ${partTables[table]} AS id FROM ${table} WHERE customer_id = ? ORDER BY id`,
    )
    .all(customerId)
    .map(row => row.id)
}

/** Lists the orders of a customer that were given to him after a line of the change log, but for merges and splits. */
export function listOrdersAssignedAfter(db: ReadableDb, customerId: number, changeId: number): number[] {
  return db
    .prepareRead<{ id: number }>(
      `SELECT sales_order_id AS id FROM sales_order WHERE customer_id = ? AND EXISTS (
         SELECT 1 FROM change JOIN change_set USING (change_set_id)
         WHERE table_name = 'sales_order' AND row_id = sales_order_id AND column_name = 'customer_id' AND change_id > ?
           AND kind NOT IN ('customers-merged', 'customer-split', 'undo'))`,
    )
    .all(customerId, changeId)
    .map(row => row.id)
}

/** Finds a part that was removed, as it was then. Empty: undefined when the log has nothing of it. */
export function findRemovedPart(db: ReadableDb, table: PartTable, id: number) {
  const row = db
    .prepareRead<{ before: string }>(
      `SELECT before FROM change WHERE table_name = ? AND row_id = ? AND column_name = '*' AND before IS NOT NULL
       ORDER BY change_id DESC LIMIT 1`,
    )
    .get(table, id)
  return row && (JSON.parse(row.before) as Readonly<Record<string, LoggedValue>>)
}

/** Puts a removed part back under its old key. False when something stands in its way: its tag is gone, or a twin is there. */
export function insertPart(
  db: WritableDb,
  table: PartTable,
  row: Readonly<Record<string, LoggedValue>>,
): boolean {
  const columns = Object.keys(row).filter(column => /^[a-z_]+$/.test(column))
  const values: SqlValue[] = columns.map(column => row[column] ?? null)
  const hasTag = table !== 'customer_tag' || findTag(db, Number(row.tag_id))
  const places = columns.map(() => '?').join(', ')
  return (
    hasTag &&
    db.prepare(`INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${places})`).run(...values)
      .changes > 0
  )
}

function findTag(db: ReadableDb, tagId: number): boolean {
  return db.get(sqlBuilder.selectFrom('tag').select('tag_id').where('tag_id', '=', tagId)) !== undefined
}

/** Tells whether a file has a contact point or tag that equals this one of another file: then only one of them can be there. */
export function hasTwin(db: ReadableDb, table: PartTable, id: number, customerId: number): boolean {
  const columns = { contact_point: ['kind', 'match_key'], customer_tag: ['tag_id'] } as const
  if (table !== 'contact_point' && table !== 'customer_tag') return false
  const isSame = columns[table].map(column => `twin.${column} = part.${column}`).join(' AND ')
  const sql = `SELECT 1 AS found FROM ${table} AS part JOIN ${table} AS twin ON ${isSame}
    WHERE part.${partTables[table]} = ? AND twin.customer_id = ?`
  return db.prepareRead<{ found: 1 }>(sql).get(id, customerId) !== undefined
}

/** Removes a part. */
export function deletePart(db: WritableDb, table: PartTable, id: number): void {
  db.prepare(`DELETE FROM ${table} WHERE ${partTables[table]} = ?`).run(id)
}

/** Writes whose a part is. */
export function updateOwner(db: WritableDb, table: PartTable, id: number, customerId: number): void {
  db.prepare(`UPDATE ${table} SET customer_id = ? WHERE ${partTables[table]} = ?`).run(customerId, id)
}

/** Lists a customer's contact points in their order. */
export function listPositions(db: ReadableDb, customerId: number) {
  return db.all(
    sqlBuilder
      .selectFrom('contact_point')
      .select(['contact_point_id', 'kind', 'position'])
      .where('customer_id', '=', customerId)
      .orderBy('kind')
      .orderBy('position')
      .orderBy('contact_point_id'),
  )
}

/** Writes the place of a contact point. */
export function updatePosition(db: WritableDb, contactPointId: number, position: number): void {
  db.run(
    sqlBuilder.updateTable('contact_point').set({ position }).where('contact_point_id', '=', contactPointId),
  )
}

/** Lists the merges to be split before an import is taken back: those it suggested and those of customers it made. */
export function listMergesOfImport(db: ReadableDb, importBatchId: number): number[] {
  return db
    .prepareRead<{ id: number }>(
      `SELECT customer_merge_id AS id FROM customer_merge WHERE split_change_set_id IS NULL AND (import_batch_id = ?
         OR EXISTS (SELECT 1 FROM change_set JOIN created_range USING (change_set_id)
           WHERE change_set.import_batch_id = ? AND change_set.kind = 'import' AND table_name = 'customer'
             AND (customer_id BETWEEN first_id AND last_id OR survivor_id BETWEEN first_id AND last_id)))
       ORDER BY customer_merge_id DESC`,
    )
    .all(importBatchId, importBatchId)
    .map(row => row.id)
}
