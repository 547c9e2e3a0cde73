import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { sqlBuilder } from '#main/database/sql-builder.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CreditRecordTable } from './credit-record.table.ts'

/** The columns that say what a record says. */
export type RecordColumns = Pick<CreditRecordTable, 'kind' | 'dated_on' | 'content'>

/** The records of one customer, the newest first; public for the query-plan test. */
export const recordsOfCustomer = (customerId: number) =>
  sqlBuilder
    .selectFrom('credit_record')
    .select(['credit_record_id', 'kind', 'dated_on', 'content'])
    .where('customer_id', '=', customerId)
    .orderBy('dated_on', 'desc')
    .orderBy('credit_record_id', 'desc')

/** Lists what was noted about a customer's credit, the newest first. */
export function listRecords(db: ReadableDb, customerId: number) {
  return db.all(recordsOfCustomer(customerId))
}

/** Finds a record. Empty: undefined. */
export function findRecord(db: ReadableDb, creditRecordId: number) {
  return db.get(
    sqlBuilder.selectFrom('credit_record').selectAll().where('credit_record_id', '=', creditRecordId),
  )
}

/** Stores a record; its key. */
export function insertRecord(
  db: WritableDb,
  record: RecordColumns & { readonly customer_id: number },
): number {
  return db.run(sqlBuilder.insertInto('credit_record').values(record)).lastInsertRowid
}

/** Writes what a record says. */
export function updateRecord(db: WritableDb, creditRecordId: number, columns: RecordColumns): void {
  db.run(sqlBuilder.updateTable('credit_record').set(columns).where('credit_record_id', '=', creditRecordId))
}

/** Removes a record. */
export function deleteRecord(db: WritableDb, creditRecordId: number): void {
  db.run(sqlBuilder.deleteFrom('credit_record').where('credit_record_id', '=', creditRecordId))
}

/** What was agreed last with some customers by a day: [customer, key, day, content]. Public for the query-plan test. */
export const newestTermsSql = `SELECT wanted.value AS customer_id, dated_on, content
  FROM json_each(?) AS wanted CROSS JOIN credit_record ON credit_record_id = (
    SELECT credit_record_id FROM credit_record WHERE customer_id = wanted.value AND kind = 'terms' AND dated_on <= ?
    ORDER BY dated_on DESC, credit_record_id DESC LIMIT 1)`

/** Lists what was agreed last with some customers by a day. */
export function listNewestTerms(db: ReadableDb, customerIds: readonly number[], asOf: CalendarDate) {
  return db
    .prepareRead<{ customer_id: number; dated_on: CalendarDate; content: string }>(newestTermsSql)
    .all(JSON.stringify(customerIds), asOf)
}

/** What the cards of some customers say of grade, limit and days; public for the query-plan test. */
export const cardTermsSql = `SELECT wanted.value AS customer_id, field_definition.code AS field, field_value.value AS value,
    coalesce(field_option.name, upper(field_option.code)) AS grade
  FROM json_each(?) AS wanted
  CROSS JOIN field_definition ON field_definition.code IN ('credit-grade', 'credit-limit', 'credit-days')
  CROSS JOIN field_value ON field_value.customer_id = wanted.value AND field_value.field_id = field_definition.field_id
  LEFT JOIN field_option ON field_definition.code = 'credit-grade' AND field_option_id = field_value.value`

/** Lists what the cards of some customers say of grade, limit and days. */
export function listCardTerms(db: ReadableDb, customerIds: readonly number[]) {
  return db
    .prepareRead<{
      customer_id: number
      field: 'credit-grade' | 'credit-limit' | 'credit-days'
      value: string | number
      grade: string | null
    }>(cardTermsSql)
    .all(JSON.stringify(customerIds))
}

const columns =
  'sales_order_id AS salesOrderId, order_number AS orderNumber, ordered_on AS orderedOn, net_minor AS owedMinor'
const isOpen = "status = 'unpaid' AND is_cancellation = 0 AND deleted_at IS NULL AND ordered_on <= ?"

/** An order that is unpaid today and was made by a day. */
export type OpenOrderRow = {
  readonly salesOrderId: number
  readonly orderNumber: string | null
  readonly orderedOn: CalendarDate
  readonly owedMinor: number
}

/** The unpaid orders of a customer, the oldest first; public for the query-plan test. */
export const openOrdersOfSql = `SELECT ${columns} FROM sales_order WHERE customer_id = ? AND ${isOpen}
  ORDER BY ordered_on, sales_order_id`

/** Lists the unpaid orders of a customer, the oldest first. */
export function listOpenOrders(db: ReadableDb, customerId: number, asOf: CalendarDate): OpenOrderRow[] {
  return db.prepareRead<OpenOrderRow>(openOrdersOfSql).all(customerId, asOf)
}

/** All unpaid orders with their customers, who are null for nobody on file; public for the query-plan test. */
export const allOpenOrdersSql = `SELECT customer_id AS customerId, ${columns}
  FROM sales_order INDEXED BY sales_order_ordered_on WHERE ${isOpen}`

/** Walks through all unpaid orders of a day. */
export function iterateOpenOrders(db: ReadableDb, asOf: CalendarDate) {
  return db.prepareRead<OpenOrderRow & { readonly customerId: number | null }>(allOpenOrdersSql).iterate(asOf)
}

/** Names customers outside the bin; public for the query-plan test. */
export const debtorNamesSql = `SELECT customer_id, archive_number, name FROM json_each(?) AS wanted
  CROSS JOIN customer ON customer_id = wanted.value WHERE deleted_at IS NULL`

/** Names those of some customers who are not in the bin. */
export function listDebtorNames(db: ReadableDb, customerIds: readonly number[]) {
  return db
    .prepareRead<{ customer_id: number; archive_number: string; name: string }>(debtorNamesSql)
    .all(JSON.stringify(customerIds))
}
