import type { ReadableDb } from '#main/database/db.ts'
import type { SqlValue } from '#main/database/sql-value.ts'

/** A statement that lists customers, each at least once; deleted ones may be among them. */
export type FilterStatement = { readonly sql: string; readonly values: readonly SqlValue[] }

/** How a text is compared, both sides in their search form. */
export type TextTest = 'contains' | 'begins' | 'is'

const compared: Record<TextTest, (value: string) => string> = {
  contains: value => `instr(${value}, ?) > 0`,
  begins: value => `instr(${value}, ?) = 1`,
  is: value => `${value} = ?`,
}
const listed = 'IN (SELECT value FROM json_each(?))'
const from = (table: string, condition: string) => `SELECT customer_id FROM ${table} WHERE ${condition}`

/** Columns of a customer that hold texts, codes or days. */
export type CustomerColumn =
  | 'archive_number'
  | 'name'
  | 'kind'
  | 'card_type'
  | 'gender'
  | 'occupation'
  | 'source'
  | 'note'
  | 'legacy_number'
  | 'contact_refused_on'
export type PointKind = 'phone' | 'address' | 'email' | 'wechat'
export type TotalColumn = 'order_count' | 'spend_minor' | 'return_count' | 'first_on' | 'last_on'

/** The earliest day that a birth date with a year can be. */
const birthDay = `CASE WHEN birth_on NOT LIKE '--%' THEN substr(birth_on || '-01-01', 1, 10) END`
const birthMonth = `CASE WHEN birth_on LIKE '--%' THEN substr(birth_on, 3, 2) WHEN length(birth_on) >= 7 THEN substr(birth_on, 6, 2) END`
const birthMonthAndDay = `CASE WHEN birth_on LIKE '--%' THEN substr(birth_on, 3) WHEN length(birth_on) = 10 THEN substr(birth_on, 6) END`
const province = `province ${listed}`
const city = `province || '/' || coalesce(city, '') ${listed}`
const district = `province || '/' || coalesce(city, '') || '/' || district ${listed}`

/** The statements of single conditions by what they look at; `values` are bound in order. Public for the query-plan test. */
export const filterSql = {
  text: (column: CustomerColumn, test: TextTest) =>
    from('customer', compared[test](`search_text(${column})`)),
  code: (column: CustomerColumn) => from('customer', `${column} ${listed}`),
  filled: (column: CustomerColumn) => from('customer', `${column} IS NOT NULL`),
  day: (column: 'contact_refused_on') => from('customer', `${column} BETWEEN ? AND ?`),
  instant: (column: 'created_at' | 'updated_at') => from('customer', `${column} >= ? AND ${column} < ?`),
  birthDay: from('customer', `${birthDay} BETWEEN ? AND ?`),
  birthKnown: from('customer', 'birth_on IS NOT NULL'),
  birthMonth: from('customer', `${birthMonth} ${listed}`),
  birthday: from('customer', `${birthMonthAndDay} ${listed}`),
  birthdayKnown: from('customer', `${birthMonthAndDay} IS NOT NULL`),
  point: (test: TextTest) => from('contact_point', `kind = ? AND ${compared[test]('search_text(value)')}`),
  phone: (test: TextTest) =>
    from(
      'contact_point',
      `kind = 'phone' AND (${compared[test]('match_key')} OR ${compared[test]('search_text(value)')})`,
    ),
  pointKnown: from('contact_point', 'kind = ?'),
  region: from('contact_point', `kind = 'address' AND (${province} OR ${city} OR ${district})`),
  regionKnown: from('contact_point', `kind = 'address' AND province IS NOT NULL`),
  anyTag: from('customer_tag', `tag_id ${listed}`),
  allTags: `${from('customer_tag', `tag_id ${listed}`)} GROUP BY customer_id HAVING count(*) = ?`,
  tagged: 'SELECT customer_id FROM customer_tag',
  total: (column: TotalColumn) => from('customer_total', `${column} BETWEEN ? AND ?`),
  totalKnown: (column: TotalColumn) => from('customer_total', `${column} IS NOT NULL`),
  ownText: (test: TextTest) =>
    from('field_value', `field_id = ? AND ${compared[test]('search_text(value)')}`),
  ownBetween: from('field_value', 'field_id = ? AND value BETWEEN ? AND ?'),
  ownAny: from('field_value', `field_id = ? AND value ${listed}`),
  ownAll: `${from('field_value', `field_id = ? AND value ${listed}`)} GROUP BY customer_id HAVING count(*) = ?`,
  ownKnown: from('field_value', 'field_id = ?'),
} as const

/** Lists the customers whom a statement finds. */
export function listFoundIds(db: ReadableDb, { sql, values }: FilterStatement): number[] {
  const all = `SELECT json_group_array(customer_id) AS ids FROM (${sql})`
  const row = db.prepareRead<{ ids: string }>(all).get(...values)
  return row ? (JSON.parse(row.ids) as number[]) : []
}

/** The statement that lists all customers outside the bin. */
export const liveIdsSql: FilterStatement = {
  sql: from('customer', 'deleted_at IS NULL'),
  values: [],
}
