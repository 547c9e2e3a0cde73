import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { sqlBuilder } from '#main/database/sql-builder.ts'
import type { PairDecision } from '#shared/domain/duplicate.ts'

/** A file that was merged into another one, directly or by way of a third. */
export type MergedFileRow = {
  readonly mergeId: number
  readonly customerId: number
  readonly archiveNumber: string
  readonly name: string
  readonly mergedAt: string
}

/** The statement behind `listMergedFiles`; public for the query-plan test. */
export const mergedFilesSql = `WITH RECURSIVE merged (merge_id, customer_id, merged_at) AS (
    SELECT customer_merge_id, customer_id, merged_at FROM customer_merge
      WHERE survivor_id = ? AND split_change_set_id IS NULL
    UNION ALL
    SELECT deeper.customer_merge_id, deeper.customer_id, deeper.merged_at
      FROM merged CROSS JOIN customer_merge AS deeper ON deeper.survivor_id = merged.customer_id
      WHERE deeper.split_change_set_id IS NULL)
  SELECT merge_id AS mergeId, customer_id AS customerId, archive_number AS archiveNumber, name, merged_at AS mergedAt
  FROM merged CROSS JOIN customer USING (customer_id) ORDER BY merge_id`

/** Lists the files that were merged into a customer. */
export function listMergedFiles(db: ReadableDb, customerId: number): MergedFileRow[] {
  return db.prepareRead<MergedFileRow>(mergedFilesSql).all(customerId)
}

/** The statement behind `listLinkedFiles`; public for the query-plan test. */
export const linkedFilesSql = `SELECT customer_id AS customerId, archive_number AS archiveNumber, name
  FROM (SELECT high_id AS id FROM customer_pair WHERE low_id = ? AND decision = 'same-apart'
    UNION SELECT low_id FROM customer_pair WHERE high_id = ? AND decision = 'same-apart')
  CROSS JOIN customer ON customer_id = id WHERE deleted_at IS NULL ORDER BY customer_id`

/** Lists the other files of the same person that are kept apart. */
export function listLinkedFiles(db: ReadableDb, customerId: number) {
  return db
    .prepareRead<{ customerId: number; archiveNumber: string; name: string }>(linkedFilesSql)
    .all(customerId, customerId)
}

/** Lists the keys by which platforms and earlier archives know a customer; keys of rows are for imports only. */
export function listIdentityRows(db: ReadableDb, customerId: number) {
  return db.all(
    sqlBuilder
      .selectFrom('customer_identity')
      .select(['customer_identity_id', 'kind', 'platform', 'shop', 'value', 'nickname'])
      .where('customer_id', '=', customerId)
      .where('kind', 'in', ['buyer-id', 'legacy-number'])
      .orderBy('customer_identity_id'),
  )
}

/** Finds a key by which a platform knows a customer. */
export function findIdentityRow(db: ReadableDb, identityId: number) {
  return db.get(
    sqlBuilder.selectFrom('customer_identity').selectAll().where('customer_identity_id', '=', identityId),
  )
}

/** Lists the orders that a customer has in one shop. */
export function listOrderIdsOfShop(
  db: ReadableDb,
  customerId: number,
  source: { readonly platform: string; readonly shop: string },
): number[] {
  return db
    .all(
      sqlBuilder
        .selectFrom('sales_order')
        .select('sales_order_id')
        .where('customer_id', '=', customerId)
        .where('platform', '=', source.platform)
        .where('shop', '=', source.shop),
    )
    .map(row => row.sales_order_id)
}

/** Stores a new file and answers the key. */
export function insertFile(
  db: WritableDb,
  file: {
    archive_number: string
    kind: 'individual' | 'company'
    name: string
    name_sort: string
    name_strokes: string
    created_at: string
  },
): number {
  return db.run(
    sqlBuilder.insertInto('customer').values({
      ...file,
      card_type: 'active',
      ...{ gender: null, birth_on: null, occupation: null, source: null, note: null, legacy_number: null },
      ...{ contact_refused_on: null, facts_on: null, import_batch_id: null },
      ...{ updated_at: file.created_at, deleted_at: null, merged_into_id: null },
    }),
  ).lastInsertRowid
}

/** Finds what was decided about two customers; the lower id first. */
export function findPair(db: ReadableDb, lowId: number, highId: number) {
  return db.get(
    sqlBuilder
      .selectFrom('customer_pair')
      .select(['customer_pair_id', 'decision'])
      .where('low_id', '=', lowId)
      .where('high_id', '=', highId),
  )
}

/** Stores a decision and answers its key. */
export function insertPair(
  db: WritableDb,
  pair: { low_id: number; high_id: number; decision: PairDecision; decided_at: string },
): number {
  return db.run(sqlBuilder.insertInto('customer_pair').values(pair)).lastInsertRowid
}

/** Removes a decision. */
export function deletePair(db: WritableDb, pairId: number): void {
  db.run(sqlBuilder.deleteFrom('customer_pair').where('customer_pair_id', '=', pairId))
}
