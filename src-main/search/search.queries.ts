import type { ReadableDb, ReadStatement } from '#main/database/db.ts'

/** Names the index of key fields or the one of everything. */
export type IndexName = 'search_key' | 'search_all'
type IdRow = readonly [customerId: number]
type OrderRow = readonly [customerId: number, orderNumber: string]

type Reads = {
  readonly page: Readonly<Record<IndexName, ReadStatement<IdRow>>>
  readonly count: ReadStatement<readonly [count: number]>
  readonly overlap: ReadStatement<readonly [count: number]>
  readonly queued: ReadStatement<IdRow>
  readonly ordersNumbered: ReadStatement<OrderRow>
  readonly ordersBetween: ReadStatement<OrderRow>
  readonly ordersEnding: ReadStatement<OrderRow>
  readonly revision: ReadStatement<readonly [revision: number]>
  readonly products: ReadStatement<readonly [productId: number, name: string]>
}

const statements = new WeakMap<ReadableDb, Reads>()

/** Lists customers who meet a condition of the index, newest first, below an id; queued ones are left out. */
export function listMatchingIds(
  db: ReadableDb,
  index: IndexName,
  condition: string,
  beforeId: number,
  limit: number,
): number[] {
  return readsOf(db)
    .page[index].all(condition, beforeId, limit)
    .map(([customerId]) => customerId)
}

/** Counts the same over everything, up to a limit. */
export function countMatching(db: ReadableDb, condition: string, limit: number): number {
  return readsOf(db).count.get(condition, limit)?.[0] ?? 0
}

/** Counts those of some customers that `countMatching` counts. */
export function countMatchingAmong(
  db: ReadableDb,
  condition: string,
  customerIds: readonly number[],
): number {
  return readsOf(db).overlap.get(JSON.stringify(customerIds), condition)?.[0] ?? 0
}

/** Lists queued customers, newest first, below an id. */
export function listQueued(db: ReadableDb, beforeId: number, limit: number): number[] {
  return readsOf(db)
    .queued.all(beforeId, limit)
    .map(([customerId]) => customerId)
}

/** Lists orders by their whole number. */
export function listOrdersNumbered(db: ReadableDb, orderNumber: string, limit: number): readonly OrderRow[] {
  return readsOf(db).ordersNumbered.all(orderNumber, limit)
}

/** Lists orders whose number starts with a text, the highest numbers first. */
export function listOrdersStarting(db: ReadableDb, start: string, limit: number): readonly OrderRow[] {
  return readsOf(db).ordersBetween.all(start, `${start}\u{10ffff}`, limit)
}

/** Lists orders by the last six characters of their number. */
export function listOrdersEnding(db: ReadableDb, lastSix: string, limit: number): readonly OrderRow[] {
  return readsOf(db).ordersEnding.all(lastSix, limit)
}

/** Tells a number that every write to customers, orders and rules raises. */
export function getRevisionSum(db: ReadableDb): number {
  return readsOf(db).revision.get()?.[0] ?? 0
}

/** Lists all products by id. */
export function listProductNames(db: ReadableDb): readonly (readonly [productId: number, name: string])[] {
  return readsOf(db).products.all()
}

function readsOf(db: ReadableDb): Reads {
  const known = statements.get(db)
  if (known) return known
  const page = (index: IndexName) =>
    db.prepareReadArrays<IdRow>(
      `SELECT rowid FROM ${index} WHERE ${index} MATCH ? AND rowid < ? AND ${isNotQueued(index)}
       ORDER BY rowid DESC LIMIT ?`,
    )
  const orders = (condition: string, order: string) =>
    db.prepareReadArrays<OrderRow>(
      `SELECT customer_id, order_number FROM sales_order
       WHERE ${condition} AND customer_id IS NOT NULL AND deleted_at IS NULL ${order} LIMIT ?`,
    )
  const prepared: Reads = {
    page: { search_key: page('search_key'), search_all: page('search_all') },
    count: db.prepareReadArrays(
      `SELECT count(*) FROM (SELECT 1 FROM search_all WHERE search_all MATCH ? AND ${isNotQueued('search_all')} LIMIT ?)`,
    ),
    overlap: db.prepareReadArrays(
      `SELECT count(*) FROM json_each(?) AS wanted CROSS JOIN search_all ON search_all.rowid = wanted.value
       WHERE search_all MATCH ? AND ${isNotQueued('search_all')}`,
    ),
    queued: db.prepareReadArrays(
      'SELECT customer_id FROM search_queue WHERE customer_id < ? ORDER BY customer_id DESC LIMIT ?',
    ),
    ordersNumbered: orders('order_number = ?', ''),
    ordersBetween: orders('order_number >= ? AND order_number < ?', 'ORDER BY order_number DESC'),
    ordersEnding: orders('order_number IS NOT NULL AND substr(order_number, -6) = ?', ''),
    revision: db.prepareReadArrays('SELECT sum(revision) FROM topic_revision'),
    products: db.prepareReadArrays('SELECT product_id, name FROM product ORDER BY product_id'),
  }
  statements.set(db, prepared)
  return prepared
}

function isNotQueued(index: IndexName): string {
  return `NOT EXISTS (SELECT 1 FROM search_queue WHERE customer_id = ${index}.rowid)`
}
