import type { ReadableDb } from '#main/database/db.ts'

/** Tables whose rows make up a file: what hangs on the customer, and the customer. */
export type FileTable = 'customer' | keyof typeof partTables | OrderTable

/** Tables of orders, of which a file's history tells what people write about them. */
export type OrderTable = 'sales_order' | 'order_line'

/** A line of the change log about a file, with the act that wrote it. */
export type FileChange = {
  readonly change_id: number
  readonly change_set_id: number
  readonly table_name: FileTable
  readonly row_id: number
  readonly column_name: string
  readonly before: string | number | null
  readonly after: string | number | null
}

/** An act. Of an undo and of a redo, `kind` is that of the act they are about. */
export type FileAct = {
  readonly change_set_id: number
  readonly kind: string
  readonly actor: string
  readonly made_at: string
  readonly import_batch_id: number | null
  readonly file_name: string | null
  readonly step: 'act' | 'undo' | 'redo'
  readonly undone_by_change_set_id: number | null
}

/** A row that belongs to a file now, with what it says. */
export type FilePart = { readonly table_name: FileTable; readonly row_id: number } & Readonly<
  Record<string, string | number | null>
>

/** Lines that are read at most: the newest. */
const linesRead = 5000

/** Columns that follow from others, or say where a row stands and not what it says. */
const derivedColumns = [
  ...['name_sort', 'name_strokes', 'facts_on', 'updated_at', 'match_key', 'position', 'region_code'],
  ...['region_confidence', 'nickname', 'merged_into_id', 'import_batch_id'],
]

const partTables = {
  contact_point: 'contact_point_id',
  customer_tag: 'customer_tag_id',
  field_value: 'field_value_id',
  customer_identity: 'customer_identity_id',
  file_entry: 'file_entry_id',
  funnel_step: 'funnel_step_id',
  credit_record: 'credit_record_id',
  attachment: 'attachment_id',
} as const

/** Rows of one customer, whose key is the only value that is bound. */
const whoAndParts = `who (id) AS (SELECT ?), part AS (
    SELECT 'customer' AS table_name, id AS row_id FROM who
    ${Object.entries(partTables)
      .map(
        ([table, key]) =>
          `UNION ALL SELECT '${table}', ${key} FROM who CROSS JOIN ${table} ON customer_id = id`,
      )
      .join('\n    ')}
  )`

/** The statement behind `listFileChanges`; public for the query-plan test. */
export const fileChangesSql = `
  WITH ${whoAndParts}, known AS (
    SELECT table_name, row_id FROM part
    UNION SELECT table_name, row_id FROM who CROSS JOIN change
      ON column_name = '*' AND json_extract(coalesce(before, after), '$.customer_id') = id
      WHERE table_name IN (${Object.keys(partTables)
        .map(table => `'${table}'`)
        .join(', ')})
    UNION SELECT 'sales_order', sales_order_id FROM who CROSS JOIN sales_order ON customer_id = id
    UNION SELECT 'order_line', order_line_id FROM who CROSS JOIN sales_order ON customer_id = id
      CROSS JOIN order_line USING (sales_order_id)
  )
  SELECT change_id, change_set_id, change.table_name, change.row_id, column_name, before, after
  FROM known CROSS JOIN change ON change.table_name = known.table_name AND change.row_id = known.row_id
  WHERE CASE WHEN known.table_name IN ('sales_order', 'order_line') THEN column_name IN ('flow_note', 'details', 'picture')
    ELSE column_name NOT IN (${derivedColumns.map(column => `'${column}'`).join(', ')}) END
  ORDER BY change_id DESC LIMIT ${linesRead}`

/** Lists what the change log holds about a file and what hung on it, the newest first. */
export function listFileChanges(db: ReadableDb, customerId: number): FileChange[] {
  return db.prepareRead<FileChange>(fileChangesSql).all(customerId)
}

/** The statement behind `listCreatedParts`; public for the query-plan test. */
export const createdPartsSql = `
  WITH ${whoAndParts}
  SELECT change_set_id, part.table_name, part.row_id
  FROM created_range CROSS JOIN part
    ON part.table_name = created_range.table_name AND part.row_id BETWEEN first_id AND last_id`

/** Lists the rows of a file, as it is now, that an import made, with its act. */
export function listCreatedParts(db: ReadableDb, customerId: number) {
  return db
    .prepareRead<{ change_set_id: number; table_name: FileTable; row_id: number }>(createdPartsSql)
    .all(customerId)
}

/** The statement behind `listActs`; public for the query-plan test. */
export const actsSql = `
  SELECT made.change_set_id, coalesce(redone.kind, undone.kind, made.kind) AS kind, made.actor, made.made_at,
    made.import_batch_id, file_name, 
    CASE WHEN redone.kind IS NOT NULL THEN 'redo' WHEN undone.kind IS NOT NULL THEN 'undo' ELSE 'act' END AS step,
    made.undone_by_change_set_id
  FROM json_each(?) AS wanted CROSS JOIN change_set AS made ON made.change_set_id = wanted.value
  LEFT JOIN change_set AS undone ON undone.change_set_id = made.undoes_change_set_id
  LEFT JOIN change_set AS redone ON redone.change_set_id = undone.undoes_change_set_id
  LEFT JOIN import_batch ON import_batch.import_batch_id = made.import_batch_id
  ORDER BY made.change_set_id DESC`

/** Lists acts by their keys, the newest first. */
export function listActs(db: ReadableDb, changeSetIds: readonly number[]): FileAct[] {
  return db.prepareRead<FileAct>(actsSql).all(JSON.stringify(changeSetIds))
}

/** Lists the rows that hang on a file now, with what they say. */
export function listFileParts(db: ReadableDb, customerId: number): FilePart[] {
  return Object.entries(partTables).flatMap(([table, key]) =>
    db
      .prepareRead<FilePart>(
        `SELECT '${table}' AS table_name, ${key} AS row_id, * FROM ${table} WHERE customer_id = ?`,
      )
      .all(customerId),
  )
}

/** The statement behind `listOrderParts`; public for the query-plan test. */
export const orderPartsSql = `
  SELECT 'sales_order' AS table_name, sales_order_id AS row_id, coalesce(order_number, ordered_on) AS label,
    flow_note, NULL AS details, NULL AS picture
  FROM json_each(?) AS wanted CROSS JOIN sales_order ON sales_order_id = wanted.value WHERE deleted_at IS NULL
  UNION ALL
  SELECT 'order_line', order_line_id, title, NULL, details, picture
  FROM json_each(?) AS wanted CROSS JOIN order_line ON order_line_id = wanted.value
  CROSS JOIN sales_order USING (sales_order_id) WHERE deleted_at IS NULL`

/** Lists orders and their items outside the bin, with what people wrote about them. */
export function listOrderParts(db: ReadableDb, orderIds: readonly number[], lineIds: readonly number[]) {
  return db
    .prepareRead<FilePart>(orderPartsSql)
    .all(JSON.stringify([...new Set(orderIds)]), JSON.stringify([...new Set(lineIds)]))
}

/** The statement behind `listTagNames`; public for the query-plan test. */
export const tagNamesSql = `
  SELECT wanted.value AS tag_id, coalesce(tag.name, (
    SELECT json_extract(before, '$.name') FROM change
    WHERE table_name = 'tag' AND row_id = wanted.value AND column_name = '*' AND before IS NOT NULL
    ORDER BY change_id DESC LIMIT 1)) AS name
  FROM json_each(?) AS wanted LEFT JOIN tag ON tag.tag_id = wanted.value`

/** Names tags by their keys; one that is gone has the name that it had last. */
export function listTagNames(db: ReadableDb, tagIds: readonly number[]): ReadonlyMap<number, string | null> {
  const rows = db
    .prepareRead<{ tag_id: number; name: string | null }>(tagNamesSql)
    .all(JSON.stringify([...new Set(tagIds)]))
  return new Map(rows.map(({ tag_id, name }) => [tag_id, name]))
}
