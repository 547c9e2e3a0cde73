import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import type { TagCount } from '#shared/domain/batch-edit.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { ContactPointTable, CustomerTable, RegionColumns } from './customer.table.ts'

/** What a batch has to know of each customer. */
export type BatchCustomer = Pick<
  CustomerTable,
  'kind' | 'gender' | 'occupation' | 'source' | 'contact_refused_on' | 'facts_on' | 'updated_at'
> & { readonly customer_id: number }

/** The columns of a card that a batch can set. */
export type BatchColumn = 'kind' | 'gender' | 'occupation' | 'source' | 'contact_refused_on'

/** The statements of a batch; public for the query-plan test. */
export const batchSql = {
  customers: `
    SELECT customer.customer_id, kind, gender, occupation, source, contact_refused_on, facts_on, updated_at
    FROM json_each(?) AS wanted CROSS JOIN customer ON customer.customer_id = wanted.value
    WHERE customer.deleted_at IS NULL ORDER BY wanted.key`,
  addresses: `
    SELECT contact_point_id, customer_id, region_code, province, city, district, region_confidence
    FROM json_each(?) AS wanted CROSS JOIN contact_point ON contact_point_id =
      (SELECT contact_point_id FROM contact_point AS own WHERE own.customer_id = wanted.value AND own.kind = 'address'
       ORDER BY own.position LIMIT 1)`,
  tagsOf: `
    SELECT customer_tag_id, customer_tag.customer_id, tag_id
    FROM json_each(?) AS wanted CROSS JOIN customer_tag ON customer_tag.customer_id = wanted.value
    ORDER BY customer_tag_id`,
  countTags: `
    SELECT tag_id AS tagId, name, count(*) AS count
    FROM json_each(?) AS wanted CROSS JOIN customer_tag ON customer_tag.customer_id = wanted.value
      JOIN tag USING (tag_id)
    GROUP BY tag_id ORDER BY count DESC, tag_id`,
  countAllTags: `
    SELECT tag_id AS tagId, name, (
      SELECT count(*) FROM customer_tag JOIN customer USING (customer_id)
      WHERE customer_tag.tag_id = tag.tag_id AND customer.deleted_at IS NULL) AS count
    FROM tag ORDER BY count DESC, tag_id`,
} as const

/** Reads customers outside the bin, in the order of the ids. */
export function listBatchCustomers(db: ReadableDb, customerIds: readonly number[]): BatchCustomer[] {
  return db.prepareRead<BatchCustomer>(batchSql.customers).all(JSON.stringify(customerIds))
}

/** Reads the address that is shown first of each customer who has one. */
export function listFirstAddresses(db: ReadableDb, customerIds: readonly number[]) {
  return db
    .prepareRead<RegionColumns & Pick<ContactPointTable, 'customer_id'> & { contact_point_id: number }>(
      batchSql.addresses,
    )
    .all(JSON.stringify(customerIds))
}

/** Reads the tags of customers with the keys of the links. */
export function listTagsOfMany(db: ReadableDb, customerIds: readonly number[]) {
  return db
    .prepareRead<{ customer_tag_id: number; customer_id: number; tag_id: number }>(batchSql.tagsOf)
    .all(JSON.stringify(customerIds))
}

/** Counts the tags of customers, or with null all tags, the most frequent first. */
export function countTagsOfMany(db: ReadableDb, customerIds: readonly number[] | null): TagCount[] {
  if (customerIds === null) return db.prepareRead<TagCount>(batchSql.countAllTags).all()
  return db.prepareRead<TagCount>(batchSql.countTags).all(JSON.stringify(customerIds))
}

/** Writes one value into a column of many cards. */
export function updateColumnOfMany(
  db: WritableDb,
  customerIds: readonly number[],
  column: BatchColumn,
  value: string | null,
): void {
  db.prepare(`UPDATE customer SET ${column} = ? WHERE customer_id IN (SELECT value FROM json_each(?))`).run(
    value,
    JSON.stringify(customerIds),
  )
}

/** The statement that writes a column of one card; keep it for hot loops. */
export function prepareUpdateColumn(db: WritableDb, column: keyof CustomerTable) {
  return db.prepare(`UPDATE customer SET ${column} = ? WHERE customer_id = ?`)
}

/** Notes that cards were edited; with a day, that their facts are as new as that. */
export function updateEdited(
  db: WritableDb,
  customerIds: readonly number[],
  now: string,
  factsOn: CalendarDate | null,
): void {
  db.prepare(
    `UPDATE customer SET updated_at = ?, facts_on = CASE WHEN ? > coalesce(facts_on, '') THEN ? ELSE facts_on END
     WHERE customer_id IN (SELECT value FROM json_each(?))`,
  ).run(now, factsOn, factsOn, JSON.stringify(customerIds))
}

/** Writes one region to many addresses. */
export function updateRegions(
  db: WritableDb,
  contactPointIds: readonly number[],
  region: RegionColumns,
): void {
  db.prepare(
    `UPDATE contact_point SET region_code = ?, province = ?, city = ?, district = ?, region_confidence = ?
     WHERE contact_point_id IN (SELECT value FROM json_each(?))`,
  ).run(
    region.region_code,
    region.province,
    region.city,
    region.district,
    region.region_confidence,
    JSON.stringify(contactPointIds),
  )
}
