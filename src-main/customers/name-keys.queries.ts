import type { ReadableDb, WritableDb } from '#main/database/db.ts'

/** The statements behind the stroke keys; public for the query-plan test. */
export const strokeKeysSql = {
  lacking: 'SELECT customer_id, name FROM customer WHERE name_strokes IS NULL LIMIT ?',
  names: 'SELECT customer_id, name FROM customer WHERE customer_id IN (SELECT value FROM json_each(?))',
} as const

type Named = { readonly customer_id: number; readonly name: string }

/** Lists some customers without a stroke key, those in the bin included. */
export function listWithoutStrokeKey(db: ReadableDb, count: number): Named[] {
  return db.prepareRead<Named>(strokeKeysSql.lacking).all(count)
}

/** Reads the names of customers, those in the bin included. */
export function listNamesOf(db: ReadableDb, customerIds: readonly number[]): Named[] {
  return db.prepareRead<Named>(strokeKeysSql.names).all(JSON.stringify(customerIds))
}

/** Makes the function that stores a stroke key. */
export function prepareUpdateStrokeKey(db: WritableDb) {
  const statement = db.prepare('UPDATE customer SET name_strokes = ? WHERE customer_id = ?')
  return (customerId: number, key: string) => void statement.run(key, customerId)
}
