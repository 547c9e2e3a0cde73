import type { ReadableDb } from '#main/database/db.ts'
import { changedRowsSql } from './stored-columns.queries.ts'

/** A line of a document: [line, order, product or null, pieces, listed price in 10^-6 or null, net, refunded minor units]. */
export type LineRow = readonly [number, number, number | null, number, number | null, number, number]

/** When an order was placed: [order, hour, or null where only the day is known]. */
export type TimeRow = readonly [number, number | null]

const lineColumns =
  'order_line_id, sales_order_id, product_id, quantity, unit_price_micro, net_minor, refunded_minor'
const timeColumns = `sales_order_id,
  iif(length(ordered_at_local) >= 13, CAST(substr(ordered_at_local, 12, 2) AS INTEGER), NULL)`

/** Walks through the lines of all documents, by their key. */
export function iterateLines(db: ReadableDb): Iterable<LineRow> {
  const sql = `SELECT ${lineColumns} FROM order_line NOT INDEXED`
  return db.prepareReadArrays<LineRow>(sql).iterate()
}

/** Walks through the hours of all orders, by their key. */
export function iterateTimes(db: ReadableDb): Iterable<TimeRow> {
  const sql = `SELECT ${timeColumns} FROM sales_order NOT INDEXED`
  return db.prepareReadArrays<TimeRow>(sql).iterate()
}

/** The statements that read what is new or was written since columns were stored; public for the query-plan test. */
export const changedLinesSql = {
  order_line: changedRowsSql('order_line', lineColumns, 'true'),
  order_time: changedRowsSql('order_time', timeColumns, 'true'),
}

/** Lists the lines that are new or were written since columns were stored. */
export function listChangedLines(db: ReadableDb, lastId: number): LineRow[] {
  return db.prepareReadArrays<LineRow>(changedLinesSql.order_line).all(lastId, lastId)
}

/** Lists the hours of orders that are new or were written since columns were stored. */
export function listChangedTimes(db: ReadableDb, lastId: number): TimeRow[] {
  return db.prepareReadArrays<TimeRow>(changedLinesSql.order_time).all(lastId, lastId)
}

/** Counts the lines of all documents, to size columns. */
export function countLines(db: ReadableDb): number {
  return db.prepareRead<{ count: number }>('SELECT count(*) AS count FROM order_line').get()?.count ?? 0
}

/** The refunds after a day, of a line or of the whole; public for the query-plan test. */
export const refundedAfterSql = 'SELECT sales_order_id, order_line_id FROM refund WHERE refunded_on > ?'

/** Lists what was given back after a day: [order, line or null for the order as a whole]. */
export function listRefundedAfter(db: ReadableDb, day: string): (readonly [number, number | null])[] {
  return db.prepareReadArrays<readonly [number, number | null]>(refundedAfterSql).all(day)
}

/** The brands that lines name; public for the query-plan test. */
export const lineBrandsSql = `SELECT order_line_id, json_extract(details, '$.values.brand')
FROM order_line INDEXED BY order_line_details
WHERE details IS NOT NULL AND json_extract(details, '$.values.brand') IS NOT NULL`

/** Reads the brand of every line that names one. */
export function getLineBrands(db: ReadableDb): Map<number, string> {
  return new Map(db.prepareReadArrays<readonly [number, string]>(lineBrandsSql).all())
}

/** The category of every product that has one; public for the query-plan test. */
export const productCategoriesSql = "SELECT product_id, category FROM product WHERE category <> ''"

/** Reads the category of every product that has one. */
export function getProductCategories(db: ReadableDb): Map<number, string> {
  return new Map(db.prepareReadArrays<readonly [number, string]>(productCategoriesSql).all())
}
