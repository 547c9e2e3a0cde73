import type { ReadableDb } from '#main/database/db.ts'

/** The names of some products; public for the query-plan test. */
export const productNamesSql =
  'SELECT product_id, name FROM json_each(?) AS wanted CROSS JOIN product ON product_id = wanted.value'

/** Reads the names of products. */
export function getProductNames(db: ReadableDb, productIds: readonly number[]): Map<number, string> {
  const rows = db.prepareReadArrays<readonly [number, string]>(productNamesSql)
  return new Map(rows.all(JSON.stringify(productIds)))
}
