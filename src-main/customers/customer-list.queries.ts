import type { ReadableDb } from '#main/database/db.ts'
import type { CustomerSortColumn } from '#shared/domain/customer.ts'
import { knownOnSql } from './completeness.queries.ts'

/** A column whose order is that of what is stored. */
export type StoredSortColumn = Exclude<CustomerSortColumn, 'nameStrokes'>

/** The bin is small and has an index of its own: leaving it out costs less than opening every row to look. */
const outsideBin = 'customer_id NOT IN (SELECT customer_id FROM customer WHERE deleted_at IS NOT NULL)'
const indexed = (column: string) =>
  `SELECT customer_id FROM customer WHERE deleted_at IS NULL ORDER BY ${column} @, customer_id @`
/** Every customer has totals, so that the index of one of them holds all. */
const total = (column: string, condition = '') =>
  `SELECT customer_id FROM customer_total WHERE ${condition}${outsideBin} ORDER BY ${column} @, customer_id @`
const own = (column: string) =>
  `SELECT customer_id FROM customer WHERE deleted_at IS NULL ORDER BY ${column} IS NULL, ${column} @, customer_id @`
const point = (kind: string) =>
  `SELECT customer.customer_id FROM customer LEFT JOIN contact_point ON contact_point.customer_id = customer.customer_id AND contact_point.kind = '${kind}' AND contact_point.position = 0 WHERE deleted_at IS NULL ORDER BY contact_point.value IS NULL, contact_point.value @, customer.customer_id @`

/**
 * The statements per sort column, whose ids follow one another; `@` is the direction, `#` the expression for how complete a file is.
 * Rows without a value come last, whatever the direction.
 */
const sortedIdsSql: Record<StoredSortColumn, readonly string[]> = {
  archiveNumber: [`SELECT customer_id FROM customer WHERE ${outsideBin} ORDER BY archive_number @`],
  name: [indexed('name_sort')],
  gender: [own('gender')],
  birthOn: [own('birth_on')],
  occupation: [own('occupation')],
  phone: [point('phone')],
  address: [point('address')],
  email: [point('email')],
  lastOn: [total('last_on', 'last_on IS NOT NULL AND '), total('last_on', 'last_on IS NULL AND ')],
  orderCount: [total('order_count')],
  spendMinor: [total('spend_minor')],
  updatedAt: [indexed('updated_at')],
  // A bare number would name a column of the statement.
  completeness: [indexed('coalesce(#, 0)')],
  knownOn: [indexed(knownOnSql)],
}

/**
 * The statements that take the id snapshot of a sorted list; public for the query-plan test. `completeness` is the expression
 * for how complete a file is, for the order by that.
 */
export function customerIdsSql(
  column: StoredSortColumn,
  isDescending: boolean,
  completeness = '100',
): string[] {
  return sortedIdsSql[column].map(
    sql =>
      `SELECT json_group_array(customer_id) AS ids FROM (${sql.replaceAll('@', isDescending ? 'DESC' : 'ASC').replaceAll('#', completeness)})`,
  )
}

/**
 * Lists the ids of all customers outside the bin in the wanted order.
 *
 * Cost: on an indexed column about 0.15 µs each, and three times that while its index is not yet in memory; by how
 * complete they are a look-up for each part that is asked for.
 */
export function listCustomerIds(
  db: ReadableDb,
  column: StoredSortColumn,
  isDescending: boolean,
  completeness?: string,
): number[] {
  const [ids = [], ...others] = customerIdsSql(column, isDescending, completeness).map(sql => {
    const row = db.prepareRead<{ ids: string }>(sql).get()
    return row ? (JSON.parse(row.ids) as number[]) : []
  })
  return others.length > 0 ? ids.concat(...others) : ids
}

/** The statements of names; public for the query-plan test. */
export const namesSql = {
  all: 'SELECT customer_id, name FROM customer WHERE deleted_at IS NULL ORDER BY customer_id',
  one: 'SELECT name, name_sort FROM customer WHERE customer_id = ?',
} as const

/** Lists the names of all customers outside the bin. */
export function listNames(db: ReadableDb): (readonly [customerId: number, name: string])[] {
  return db.prepareReadArrays<readonly [number, string]>(namesSql.all).all()
}

/** Makes the function that reads a name and its pinyin key, also of a customer in the bin. */
export function prepareName(db: ReadableDb) {
  const statement = db.prepareRead<{ name: string; name_sort: string }>(namesSql.one)
  return (customerId: number) => statement.get(customerId)
}
