import type { ReadableDb, WritableDb, WriteStatement } from '#main/database/db.ts'
import { sqlBuilder } from '#main/database/sql-builder.ts'
import type { SqlValue } from '#main/database/sql-value.ts'

/** What hangs on a customer: table -> key. A merge and a split move these rows from one file to another. */
export const partTables = {
  sales_order: 'sales_order_id',
  contact_point: 'contact_point_id',
  customer_tag: 'customer_tag_id',
  field_value: 'field_value_id',
  customer_identity: 'customer_identity_id',
  opening_balance: 'opening_balance_id',
  file_entry: 'file_entry_id',
  funnel_step: 'funnel_step_id',
  credit_record: 'credit_record_id',
  attachment: 'attachment_id',
} as const

/** A table of parts. */
export type PartTable = keyof typeof partTables

/** A customer as it is stored, in whatever state. */
export type StoredFile = NonNullable<ReturnType<typeof findFile>>

/** Finds a customer, also a merged or deleted one. */
export function findFile(db: ReadableDb, customerId: number) {
  return db.get(sqlBuilder.selectFrom('customer').selectAll().where('customer_id', '=', customerId))
}

/** Finds a customer by archive number, also a merged or deleted one. */
export function findFileByNumber(db: ReadableDb, archiveNumber: string) {
  return db.get(sqlBuilder.selectFrom('customer').selectAll().where('archive_number', '=', archiveNumber))
}

/** Writes columns of a customer. */
export function updateFile(
  db: WritableDb,
  customerId: number,
  columns: Readonly<Record<string, SqlValue>>,
): void {
  db.run(sqlBuilder.updateTable('customer').set(columns).where('customer_id', '=', customerId))
}

/**
 * Makes the functions that move parts. A contact point or tag that the survivor has too cannot move: its twin would be
 * the same row twice; nor can the value of a field of which the survivor has one. It stays with the merged file, where it waits for the split.
 */
export function preparePartMoves(db: WritableDb) {
  const movable = (table: PartTable, twin: string) =>
    db.prepareRead<{ id: number }>(
      `SELECT ${partTables[table]} AS id FROM ${table} WHERE customer_id = ?${twin} ORDER BY id`,
    )
  const withoutTwin = (table: PartTable, columns: readonly string[], condition = '') =>
    ` AND NOT EXISTS (SELECT 1 FROM ${table} AS twin WHERE twin.customer_id = ? AND ${columns
      .map(column => `twin.${column} = ${table}.${column}`)
      .join(' AND ')}${condition})`
  const plain = {
    sales_order: movable('sales_order', ''),
    customer_identity: movable('customer_identity', ''),
    opening_balance: movable('opening_balance', ''),
    file_entry: movable('file_entry', ''),
    funnel_step: movable('funnel_step', ''),
    credit_record: movable('credit_record', ''),
    attachment: movable('attachment', ''),
  }
  // What was put on by hand takes the place of what a rule put on.
  const tags = movable(
    'customer_tag',
    withoutTwin('customer_tag', ['tag_id'], ' AND twin.by_rule <= customer_tag.by_rule'),
  )
  const fieldValues = movable('field_value', withoutTwin('field_value', ['field_id']))
  const contacts = db.prepareRead<{ id: number; kind: string; position: number }>(
    `SELECT contact_point_id AS id, kind, position FROM contact_point
     WHERE customer_id = ?${withoutTwin('contact_point', ['kind', 'match_key'])} ORDER BY kind, position, id`,
  )
  const nextPosition = db.prepareRead<{ position: number }>(
    'SELECT coalesce(max(position) + 1, 0) AS position FROM contact_point WHERE customer_id = ? AND kind = ?',
  )
  const setOwner = Object.fromEntries(
    Object.entries(partTables).map(([table, key]) => [
      table,
      db.prepare(`UPDATE ${table} SET customer_id = ? WHERE ${key} = ?`),
    ]),
  ) as Record<PartTable, WriteStatement<unknown>>
  const setPosition = db.prepare('UPDATE contact_point SET position = ? WHERE contact_point_id = ?')
  return {
    listPlain: (table: keyof typeof plain, customerId: number) =>
      plain[table].all(customerId).map(row => row.id),
    listTags: (customerId: number, survivorId: number) => tags.all(customerId, survivorId).map(row => row.id),
    listFieldValues: (customerId: number, survivorId: number) =>
      fieldValues.all(customerId, survivorId).map(row => row.id),
    listContacts: (customerId: number, survivorId: number) => contacts.all(customerId, survivorId),
    nextPosition: (customerId: number, kind: string) => nextPosition.get(customerId, kind)?.position ?? 0,
    setOwner: (table: PartTable, id: number, customerId: number) => void setOwner[table].run(customerId, id),
    setPosition: (contactPointId: number, position: number) => void setPosition.run(position, contactPointId),
  }
}

/** Tells the key of the last line of the change log. Empty: 0. */
export function findLastChangeId(db: ReadableDb): number {
  return (
    db.prepareRead<{ seq: number }>("SELECT seq FROM sqlite_sequence WHERE name = 'change'").get()?.seq ?? 0
  )
}

/** Tells the last key ever given of each table of parts; keys are never given twice. */
export function findLastPartIds(db: ReadableDb): Record<PartTable, number> {
  const rows = db.prepareRead<{ name: string; seq: number }>('SELECT name, seq FROM sqlite_sequence').all()
  const lastOf = (table: string) => rows.find(row => row.name === table)?.seq ?? 0
  return Object.fromEntries(Object.keys(partTables).map(table => [table, lastOf(table)])) as Record<
    PartTable,
    number
  >
}

/** Stores a merge and answers its key. */
export function insertMerge(
  db: WritableDb,
  merge: {
    customer_id: number
    survivor_id: number
    import_batch_id: number | null
    merged_at: string
    first_change_id: number
    last_change_id: number
    last_ids: string
  },
): number {
  const values = { ...merge, split_change_set_id: null }
  return db.run(sqlBuilder.insertInto('customer_merge').values(values)).lastInsertRowid
}

/** Finds the merge by which a customer belongs to another now. Empty: undefined for one who stands for himself. */
export function findMergeOf(db: ReadableDb, customerId: number) {
  return db.get(
    sqlBuilder
      .selectFrom('customer_merge')
      .selectAll()
      .where('customer_id', '=', customerId)
      .where('split_change_set_id', 'is', null),
  )
}

/** Finds a merge that still holds. */
export function findMerge(db: ReadableDb, mergeId: number) {
  return db.get(
    sqlBuilder
      .selectFrom('customer_merge')
      .selectAll()
      .where('customer_merge_id', '=', mergeId)
      .where('split_change_set_id', 'is', null),
  )
}

/** Lists the merges into a customer, also those that were split again. */
export function listMergesInto(db: ReadableDb, survivorId: number) {
  return db.all(
    sqlBuilder
      .selectFrom('customer_merge')
      .selectAll()
      .where('survivor_id', '=', survivorId)
      .orderBy('customer_merge_id'),
  )
}

/** Marks a merge as split. */
export function updateMergeSplit(db: WritableDb, mergeId: number, changeSetId: number): void {
  db.run(
    sqlBuilder
      .updateTable('customer_merge')
      .set({ split_change_set_id: changeSetId })
      .where('customer_merge_id', '=', mergeId),
  )
}
