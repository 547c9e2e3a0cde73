import type { ReadableDb } from '#main/database/db.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CellIssueKind } from '#shared/domain/quality.ts'

/** A stored value that may be wrong; `id` is the key of the contact point or of the customer. */
export type StoredSuspect = {
  readonly id: number
  readonly customerId: number
  readonly value: string
  readonly birthOn: string | null
  readonly gender: string | null
}

/** A cell of an import that still waits to be looked at; `id` is below zero. */
export type WaitingCell = {
  readonly id: number
  readonly customerId: number
  readonly field: string
  readonly code: string
  readonly text: string
  readonly stored: string | null
  readonly rowNumber: number
  readonly columnIndex: number
  readonly importBatchId: number
}

/** Findings that were looked at and are right as they are. */
const undecided = (kind: string, value: string, customerId = 'customer.customer_id') =>
  `NOT EXISTS (SELECT 1 FROM quality_decision AS decision
     WHERE decision.customer_id = ${customerId} AND decision.kind = ${kind} AND decision.value = ${value})`

/** Where the rows come from: all that an index holds, or some by their keys. */
const source = (table: string, key: string, isWhole: boolean) =>
  isWhole ? table : `json_each(?) AS wanted CROSS JOIN ${table} ON ${table}.${key} = wanted.value`

const contacts = (kind: string, condition: string, isWhole: boolean) => `
  SELECT contact_point_id AS id, customer.customer_id AS customerId, contact_point.value AS value,
    NULL AS birthOn, NULL AS gender
  FROM ${source('contact_point', 'contact_point_id', isWhole)}
    CROSS JOIN customer ON customer.customer_id = contact_point.customer_id
  WHERE ${condition} AND customer.deleted_at IS NULL AND ${undecided(`'${kind}'`, 'contact_point.value')}`

/** As the index `contact_point_odd_phone` has it: every phone that is no plain mobile number. */
const oddPhone = `contact_point.kind = 'phone' AND instr(contact_point.value, '*') = 0
  AND contact_point.match_key NOT GLOB '1[3-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]'`
/** As the index `contact_point_without_region` has it. */
const withoutRegion = `contact_point.kind = 'address' AND contact_point.region_confidence IS NOT NULL
  AND (contact_point.province IS NULL OR contact_point.region_confidence = 'unclear')`

const ofCard = (kind: string, column: string, condition: string, isWhole: boolean) => `
  SELECT customer.customer_id AS id, customer.customer_id AS customerId, customer.${column} AS value,
    customer.birth_on AS birthOn, customer.gender AS gender
  FROM ${source('customer', 'customer_id', isWhole)}
  WHERE customer.${column} IS NOT NULL AND customer.deleted_at IS NULL${condition}
    AND ${undecided(`'${kind}'`, `customer.${column}`)}`

/** Without a year a birthday is never wrong; '0' comes after the dashes with which it begins. */
const oldBirths = " AND customer.birth_on >= '0' AND customer.birth_on <= ?"
const futureBirths = ' AND customer.birth_on > ?'

/** The statements that list values that may be wrong, each read from an index of nothing else; public for the query-plan test. */
export const suspectSql = {
  phone: (isWhole: boolean) => contacts('phone', oddPhone, isWhole),
  region: (isWhole: boolean) => contacts('region', withoutRegion, isWhole),
  oldBirth: ofCard('birthday', 'birth_on', oldBirths, true),
  futureBirth: ofCard('birthday', 'birth_on', futureBirths, true),
  birth: ofCard('birthday', 'birth_on', '', false),
  idNumber: (isWhole: boolean) => ofCard('id-number', 'id_number', '', isWhole),
} as const

/** Lists the phones that are no plain mobile number, or what has become of some. */
export function listOddPhones(db: ReadableDb, ids: readonly number[] | null): StoredSuspect[] {
  return suspects(db, suspectSql.phone(ids === null), ids)
}

/** Lists the addresses whose region is not known, or what has become of some. */
export function listAddressesWithoutRegion(db: ReadableDb, ids: readonly number[] | null): StoredSuspect[] {
  return suspects(db, suspectSql.region(ids === null), ids)
}

/** Lists the resident ID numbers there are, with what the card says beside them. */
export function listIdNumbers(db: ReadableDb, ids: readonly number[] | null): StoredSuspect[] {
  return suspects(db, suspectSql.idNumber(ids === null), ids)
}

/** Lists the births before a day, that day included, and those after another. */
export function listOddBirths(
  db: ReadableDb,
  { oldest, today }: { readonly oldest: string; readonly today: CalendarDate },
): StoredSuspect[] {
  return [
    ...db.prepareRead<StoredSuspect>(suspectSql.oldBirth).all(oldest),
    ...db.prepareRead<StoredSuspect>(suspectSql.futureBirth).all(today),
  ]
}

/** Lists the births of some customers. */
export function listBirths(db: ReadableDb, ids: readonly number[]): StoredSuspect[] {
  return suspects(db, suspectSql.birth, ids)
}

function suspects(db: ReadableDb, sql: string, ids: readonly number[] | null): StoredSuspect[] {
  const statement = db.prepareRead<StoredSuspect>(sql)
  return ids === null ? statement.all() : statement.all(JSON.stringify(ids))
}

/** A cell waits while its field is empty, or, where it was taken over damaged, while that is what stands there. */
const waits = `CASE
  WHEN cell_issue.field LIKE 'field:%' THEN
    EXISTS (SELECT 1 FROM field_definition JOIN field_group USING (field_group_id)
      WHERE field_id = CAST(substr(cell_issue.field, 7) AS INTEGER) AND hidden_at IS NULL AND is_on = 1)
    AND NOT EXISTS (SELECT 1 FROM field_value WHERE field_value.customer_id = customer.customer_id
      AND field_id = CAST(substr(cell_issue.field, 7) AS INTEGER))
  WHEN cell_issue.field IN ('phone', 'address', 'email', 'wechat') THEN
    EXISTS (SELECT 1 FROM contact_point AS point WHERE point.customer_id = customer.customer_id
      AND point.kind = cell_issue.field AND (cell_issue.stored IS NULL OR point.value = cell_issue.stored))
    = (cell_issue.stored IS NOT NULL)
  ELSE CASE cell_issue.field WHEN 'name' THEN customer.name WHEN 'gender' THEN customer.gender
    WHEN 'birthOn' THEN customer.birth_on WHEN 'idNumber' THEN customer.id_number
    WHEN 'occupation' THEN customer.occupation WHEN 'source' THEN customer.source WHEN 'note' THEN customer.note
    END IS cell_issue.stored END`

/** The statement that lists waiting cells of one kind; a merged file's are its survivor's. Public for the query-plan test. */
export const waitingCellsSql = (isWhole: boolean) => `
  SELECT -cell_issue.cell_issue_id AS id, customer.customer_id AS customerId, cell_issue.field, cell_issue.code,
    cell_issue.text, cell_issue.stored, cell_issue.row_number AS rowNumber, cell_issue.column_index AS columnIndex,
    cell_issue.import_batch_id AS importBatchId
  FROM ${isWhole ? 'cell_issue' : 'json_each(?) AS wanted CROSS JOIN cell_issue ON cell_issue.cell_issue_id = -wanted.value'}
    CROSS JOIN import_batch ON import_batch.import_batch_id = cell_issue.import_batch_id
    CROSS JOIN customer AS first ON first.customer_id = cell_issue.customer_id
    CROSS JOIN customer ON customer.customer_id = coalesce(first.merged_into_id, first.customer_id)
  WHERE cell_issue.kind = ? AND import_batch.state = 'committed' AND customer.deleted_at IS NULL AND ${waits}
    AND ${undecided('cell_issue.kind', 'cell_issue.text')}`

/** Lists the cells of imports that still wait to be looked at, or what has become of some. */
export function listWaitingCells(
  db: ReadableDb,
  kind: CellIssueKind,
  ids: readonly number[] | null,
): WaitingCell[] {
  const statement = db.prepareRead<WaitingCell>(waitingCellsSql(ids === null))
  return ids === null ? statement.all(kind) : statement.all(JSON.stringify(ids), kind)
}

/** The statements about files nobody confirmed for long; `knownOn` is the expression for since when. Public for the query-plan test. */
export const staleSql = {
  count: (knownOn: string) =>
    `SELECT count(*) AS count FROM customer WHERE deleted_at IS NULL AND ${knownOn} < ?`,
  ids: (knownOn: string) => `SELECT json_group_array(customer_id) AS ids FROM (
    SELECT customer_id FROM customer WHERE deleted_at IS NULL AND ${knownOn} < ? ORDER BY ${knownOn}, customer_id)`,
} as const

/** The customers whose files were found to be as complete as they can be; public for the query-plan test. */
export const foundCompleteSql =
  "SELECT customer_id AS id FROM quality_decision WHERE kind = 'incomplete' AND value = ''"

/** Counts by a statement with one limit. */
export function countBelow(db: ReadableDb, sql: string, limit: string | number): number {
  return db.prepareRead<{ count: number }>(sql).get(limit)?.count ?? 0
}

/** Lists ids by a statement with one limit. */
export function listIdsBelow(db: ReadableDb, sql: string, limit: string | number): number[] {
  const row = db.prepareRead<{ ids: string }>(sql).get(limit)
  return row ? (JSON.parse(row.ids) as number[]) : []
}

/** Lists the customers whose files were found to be as complete as they can be. */
export function listFoundComplete(db: ReadableDb): number[] {
  return db
    .prepareRead<{ id: number }>(foundCompleteSql)
    .all()
    .map(({ id }) => id)
}

/** Tells whether a file was found to be as complete as it can be. */
export function isFoundComplete(db: ReadableDb, customerId: number): boolean {
  const sql = "SELECT 1 FROM quality_decision WHERE customer_id = ? AND kind = 'incomplete' AND value = ''"
  return db.prepareRead(sql).get(customerId) !== undefined
}
