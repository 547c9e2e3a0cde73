import type { ReadableDb } from '#main/database/db.ts'

/** The names of some products; public for the query-plan test. */
export const productNamesSql =
  'SELECT product_id, name FROM json_each(?) AS wanted CROSS JOIN product ON product_id = wanted.value'

/** Reads the names of products. */
export function getProductNames(db: ReadableDb, productIds: readonly number[]): Map<number, string> {
  const rows = db.prepareReadArrays<readonly [number, string]>(productNamesSql)
  return new Map(rows.all(JSON.stringify(productIds)))
}

const named = `SELECT product_id, name FROM product WHERE name LIKE ? ESCAPE '\\' ORDER BY length(name), name, product_id LIMIT ?`

/** Lists products whose name holds a text, the shortest names first: [product, name]. */
export function listProductsNamed(db: ReadableDb, text: string, count: number) {
  const rows = db.prepareReadArrays<readonly [number, string]>(named)
  return rows.all(`%${text.replace(/[\\%_]/g, sign => `\\${sign}`)}%`, count)
}
