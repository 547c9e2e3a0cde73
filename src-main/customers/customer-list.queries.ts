import type { ReadableDb } from '#main/database/db.ts'
import type { CustomerSortColumn } from '#shared/domain/customer.ts'
import { knownOnSql } from './completeness.queries.ts'

/** A column whose order is that of what is stored. */
export type StoredSortColumn = Exclude<CustomerSortColumn, 'completeness'>

/** The bin is small and has an index of its own: leaving it out costs less than opening every row to look. */
const outsideBin = 'customer_id NOT IN (SELECT customer_id FROM customer WHERE deleted_at IS NOT NULL)'
const indexed = (column: string) =>
  `SELECT customer_id FROM customer WHERE deleted_at IS NULL ORDER BY ${column} @, customer_id @`
/** Every customer has totals, so that the index of one of them holds all. */
const total = (column: string, condition = '') =>
  `SELECT customer_id FROM customer_total WHERE ${condition}${outsideBin} ORDER BY ${column} @, customer_id @`
const own = (column: string) =>
  `SELECT customer_id FROM customer WHERE deleted_at IS NULL ORDER BY ${column} IS NULL, ${column} @, customer_id @`
/** By the keys by which contact points are compared, whose index is there: '+' keeps it for the order. */
const point = (kind: string) =>
  `SELECT customer_id FROM contact_point WHERE +kind = '${kind}'
     AND contact_point_id NOT IN (SELECT contact_point_id FROM contact_point INDEXED BY contact_point_further WHERE position > 0)
   ORDER BY match_key @, kind @, customer_id @`

/**
 * The statements per sort column, whose ids follow one another; `@` is the direction. Rows without a value come last, whatever the
 * direction; those of contact points name nobody without one, but customers in the bin.
 */
const sortedIdsSql: Record<StoredSortColumn, readonly string[]> = {
  archiveNumber: [`SELECT customer_id FROM customer WHERE ${outsideBin} ORDER BY archive_number @`],
  name: [indexed('name_sort')],
  nameStrokes: [
    `SELECT customer_id FROM customer WHERE ${outsideBin} ORDER BY name_strokes @, customer_id @`,
  ],
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
  knownOn: [indexed(knownOnSql)],
}

/** The statements that take the id snapshot of a sorted list; public for the query-plan test. */
export function customerIdsSql(column: StoredSortColumn, isDescending: boolean): string[] {
  return sortedIdsSql[column].map(
    sql =>
      `SELECT json_group_array(customer_id) AS ids FROM (${sql.replaceAll('@', isDescending ? 'DESC' : 'ASC')})`,
  )
}

/**
 * Lists the ids of all customers outside the bin in the wanted order; by a contact point those who have one, and with them some in
 * the bin.
 *
 * Cost: on an indexed column about 0.15 µs each, and three times that while its index is not yet in memory.
 */
export function listCustomerIds(db: ReadableDb, column: StoredSortColumn, isDescending: boolean): number[] {
  const [ids = [], ...others] = customerIdsSql(column, isDescending).map(sql => {
    const row = db.prepareRead<{ ids: string }>(sql).get()
    return row ? (JSON.parse(row.ids) as number[]) : []
  })
  return others.length > 0 ? ids.concat(...others) : ids
}

/** The statement of a name; public for the query-plan test. */
export const nameSql = 'SELECT name, name_sort FROM customer WHERE customer_id = ?'

/** Makes the function that reads a name and its pinyin key, also of a customer in the bin. */
export function prepareName(db: ReadableDb) {
  const statement = db.prepareRead<{ name: string; name_sort: string }>(nameSql)
  return (customerId: number) => statement.get(customerId)
}
