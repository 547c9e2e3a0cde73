import type { ReadableDb } from '#main/database/db.ts'

/** Everyone outside the bin who has a contact point that several customers have; public for the query-plan test. */
export const sharedPointsSql = `SELECT shared.match_key, shared.kind, point.customer_id,
    CASE WHEN shared.kind = 'phone' THEN point.value END
  FROM (SELECT match_key, kind FROM contact_point GROUP BY match_key, kind
    HAVING min(customer_id) < max(customer_id)) AS shared
  CROSS JOIN contact_point AS point ON point.match_key = shared.match_key AND point.kind = shared.kind
  WHERE point.customer_id NOT IN (SELECT customer_id FROM customer WHERE deleted_at IS NOT NULL)`

/** The kinds of contact points. */
export type ContactKind = 'phone' | 'address' | 'email' | 'wechat'

/** A customer as far as a comparison needs. */
export type ComparedCustomer = {
  readonly customerId: number
  readonly name: string
  readonly kind: string
  readonly gender: string | null
  readonly birthOn: string | null
  /** Compared only, never shown. */
  readonly idNumber: string | null
}

type ComparedRow = readonly [
  customerId: number,
  name: string,
  kind: string,
  ...facts: [gender: string | null, birthOn: string | null, idNumber: string | null],
]

/** A contact point that others have too. `value` as it is stored, of phones only. */
export type SharedPoint = readonly [key: string, kind: ContactKind, customerId: number, value: string | null]

/**
 * Walks through the contact points that several customers have; those of one kind and key follow each other.
 *
 * Cost: one pass over an index, and a step for each of them.
 */
export function iterateSharedPoints(db: ReadableDb): IterableIterator<SharedPoint> {
  return db.prepareReadArrays<SharedPoint>(sharedPointsSql).iterate()
}

/** Walks through the customers outside the bin whose whole birthday is known. Cost: one pass over all customers. */
export function iterateBirthdays(db: ReadableDb) {
  return db
    .prepareReadArrays<readonly [customerId: number, name: string, birthOn: string]>(
      'SELECT customer_id, name, birth_on FROM customer WHERE deleted_at IS NULL AND length(birth_on) = 10',
    )
    .iterate()
}

/** Lists customers by id, in no order; those in the bin are missing. */
export function listCompared(db: ReadableDb, customerIds: readonly number[]): ComparedCustomer[] {
  return db
    .prepareReadArrays<ComparedRow>(
      `SELECT customer_id, name, kind, gender, birth_on, id_number
       FROM json_each(?) AS wanted CROSS JOIN customer ON customer_id = wanted.value WHERE deleted_at IS NULL`,
    )
    .all(JSON.stringify(customerIds))
    .map(([customerId, name, kind, gender, birthOn, idNumber]) => ({
      ...{ customerId, name, kind, gender, birthOn, idNumber },
    }))
}

/** Lists the buyer IDs of customers. */
export function listBuyerIdsOf(db: ReadableDb, customerIds: readonly number[]) {
  return db
    .prepareReadArrays<readonly [customerId: number, platform: string, shop: string]>(
      `SELECT customer_id, platform, shop
       FROM json_each(?) AS wanted CROSS JOIN customer_identity ON customer_id = wanted.value
       WHERE customer_identity.kind = 'buyer-id'`,
    )
    .all(JSON.stringify(customerIds))
}

/** Lists who is in the bin, and to whom a merged one belongs. */
export function listSetAside(db: ReadableDb) {
  return db
    .prepareReadArrays<readonly [customerId: number, mergedIntoId: number | null]>(
      'SELECT customer_id, merged_into_id FROM customer WHERE deleted_at IS NOT NULL',
    )
    .all()
}

/** Lists all pairs about which something was decided. */
export function listDecidedPairs(db: ReadableDb) {
  return db
    .prepareReadArrays<readonly [lowId: number, highId: number]>('SELECT low_id, high_id FROM customer_pair')
    .all()
}

/** Tells the last act. Empty: 0. */
export function findLastChangeSetId(db: ReadableDb): number {
  return db.prepareRead<{ id: number }>('SELECT max(change_set_id) AS id FROM change_set').get()?.id ?? 0
}

/** Tells whether anything but merges, splits and decisions was written after an act. */
export function hasNewDataSince(db: ReadableDb, changeSetId: number): boolean {
  const found = db
    .prepareRead(
      `SELECT 1 FROM change_set WHERE change_set_id > ?
         AND kind NOT IN ('customers-merged', 'customer-split', 'pair-decided', 'undo') LIMIT 1`,
    )
    .get(changeSetId)
  return found !== undefined
}

/** Lists the customers that an import created, changed, or gave something to. */
export function listCustomersOfImport(db: ReadableDb, importBatchId: number): number[] {
  const created = (table: string) =>
    `SELECT customer_id FROM act JOIN created_range USING (change_set_id)
       JOIN ${table} ON ${table}_id BETWEEN first_id AND last_id WHERE table_name = '${table}'`
  return db
    .prepareReadArrays<readonly [number]>(
      `WITH act AS (SELECT change_set_id FROM change_set WHERE import_batch_id = ? AND kind = 'import')
       ${created('customer')} UNION ${created('contact_point')} UNION ${created('customer_identity')}
       UNION SELECT row_id FROM act JOIN change USING (change_set_id)
         WHERE table_name = 'customer' AND column_name IN ('name', 'birth_on')`,
    )
    .all(importBatchId)
    .map(([customerId]) => customerId)
}

/** Lists customers with what a list of pairs shows of them. */
export function listMembers(db: ReadableDb, customerIds: readonly number[]) {
  return db
    .prepareRead<{ customerId: number; archiveNumber: string; name: string; orderCount: number }>(
      `SELECT customer.customer_id AS customerId, archive_number AS archiveNumber, name,
         coalesce(order_count, 0) AS orderCount
       FROM json_each(?) AS wanted CROSS JOIN customer ON customer.customer_id = wanted.value
       LEFT JOIN customer_total ON customer_total.customer_id = customer.customer_id`,
    )
    .all(JSON.stringify(customerIds))
}
