import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { sqlBuilder } from '#main/database/sql-builder.ts'
import type { CompletenessKey } from '#shared/domain/completeness.ts'
import { type AskedKeys, missingSql } from './completeness.queries.ts'
import type { ContactPointTable, CustomerTable } from './customer.table.ts'

/** Counts the customers outside the bin. */
export function countCustomers(db: ReadableDb): number {
  const sql = 'SELECT count(*) AS count FROM customer WHERE deleted_at IS NULL'
  return db.prepareRead<{ count: number }>(sql).get()?.count ?? 0
}

/** Finds a customer outside the bin. */
export function findCustomer(db: ReadableDb, customerId: number) {
  return db.get(
    sqlBuilder
      .selectFrom('customer')
      .selectAll()
      .where('customer_id', '=', customerId)
      .where('deleted_at', 'is', null),
  )
}

/** Lists what a customer's file lacks of what its card asks for. */
export function listMissingKeys(db: ReadableDb, customerId: number, asked: AskedKeys): CompletenessKey[] {
  const sql = `SELECT ${missingSql(asked)} AS keys FROM customer WHERE customer_id = ?`
  const keys = db.prepareRead<{ keys: string }>(sql).get(customerId)?.keys.trim() ?? ''
  return keys === '' ? [] : (keys.split(' ') as CompletenessKey[])
}

/** Lists a customer's contact points as they are shown. */
export function listContactPoints(db: ReadableDb, customerId: number) {
  return db.all(
    sqlBuilder
      .selectFrom('contact_point')
      .select(['contact_point_id', 'kind', 'position', 'value', 'match_key'])
      .select(['region_code', 'province', 'city', 'district', 'region_confidence'])
      .where('customer_id', '=', customerId)
      .orderBy('kind', 'desc')
      .orderBy('position'),
  )
}

/** Lists the keys by which sources know a customer. */
export function listIdentities(db: ReadableDb, customerId: number) {
  return db.all(
    sqlBuilder
      .selectFrom('customer_identity')
      .select(['kind', 'platform', 'shop', 'value', 'nickname'])
      .where('customer_id', '=', customerId)
      .where('kind', '!=', 'row-hash')
      .orderBy('customer_identity_id'),
  )
}

/** Lists a customer's tags with the key of the link, in the order in which rows of lists name them. */
export function listCustomerTags(db: ReadableDb, customerId: number) {
  return db.all(
    sqlBuilder
      .selectFrom('customer_tag')
      .innerJoin('tag', 'tag.tag_id', 'customer_tag.tag_id')
      .select(['customer_tag.customer_tag_id', 'tag.tag_id', 'tag.name'])
      .where('customer_tag.customer_id', '=', customerId)
      .orderBy('customer_tag.tag_id'),
  )
}

/** Lists customers outside the bin who have a phone with this key. */
export function listCustomersByPhoneKey(db: ReadableDb, phoneKey: string, exceptCustomerId: number | null) {
  return db.all(
    sqlBuilder
      .selectFrom('contact_point')
      .innerJoin('customer', 'customer.customer_id', 'contact_point.customer_id')
      .select(['customer.customer_id', 'customer.archive_number', 'customer.name'])
      .where('contact_point.match_key', '=', phoneKey)
      .where('contact_point.kind', '=', 'phone')
      .where('customer.deleted_at', 'is', null)
      .where('customer.customer_id', '!=', exceptCustomerId ?? 0)
      .limit(5),
  )
}

/** Stores a new customer and answers the key. */
export function insertCustomer(db: WritableDb, row: Omit<CustomerTable, 'customer_id'>): number {
  return db.run(sqlBuilder.insertInto('customer').values(row)).lastInsertRowid
}

/** Changes columns of a customer. */
export function updateCustomer(
  db: WritableDb,
  customerId: number,
  columns: Partial<Omit<CustomerTable, 'customer_id'>>,
): void {
  db.run(sqlBuilder.updateTable('customer').set(columns).where('customer_id', '=', customerId))
}

/** Stores a contact point and answers the key. */
export function insertContactPoint(db: WritableDb, row: Omit<ContactPointTable, 'contact_point_id'>): number {
  return db
    .prepare(
      `INSERT INTO contact_point (customer_id, kind, position, value, match_key, region_code, province, city, district,
         region_confidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      ...[row.customer_id, row.kind, row.position, row.value, row.match_key],
      ...[row.region_code, row.province, row.city, row.district, row.region_confidence],
    ).lastInsertRowid
}

/** Changes value, key or place of a contact point. */
export function updateContactPoint(
  db: WritableDb,
  contactPointId: number,
  columns: Partial<Omit<ContactPointTable, 'contact_point_id'>>,
): void {
  db.run(sqlBuilder.updateTable('contact_point').set(columns).where('contact_point_id', '=', contactPointId))
}

/** Removes a contact point. */
export function deleteContactPoint(db: WritableDb, contactPointId: number): void {
  db.run(sqlBuilder.deleteFrom('contact_point').where('contact_point_id', '=', contactPointId))
}

/** Finds a tag by name. */
export function findTagId(db: ReadableDb, name: string): number | undefined {
  return db.get(sqlBuilder.selectFrom('tag').select('tag_id').where('name', '=', name))?.tag_id
}

/** Stores a tag and answers the key. */
export function insertTag(db: WritableDb, name: string): number {
  return db.run(sqlBuilder.insertInto('tag').values({ name })).lastInsertRowid
}

/** Puts a tag on a customer and answers the key of the link. */
export function insertCustomerTag(db: WritableDb, customerId: number, tagId: number): number {
  return db.prepare('INSERT INTO customer_tag (customer_id, tag_id) VALUES (?, ?)').run(customerId, tagId)
    .lastInsertRowid
}

/** Takes a tag off a customer. */
export function deleteCustomerTag(db: WritableDb, customerTagId: number): void {
  db.run(sqlBuilder.deleteFrom('customer_tag').where('customer_tag_id', '=', customerTagId))
}
