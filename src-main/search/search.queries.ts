import type { ReadableDb, ReadStatement } from '#main/database/db.ts'

/** Names the index of key fields or the one of everything. */
export type IndexName = 'search_key' | 'search_all'
/** While nothing is queued, hits need not be looked up in the queue: counting is three times as fast. */
type QueueState = 'empty' | 'filled'
type IdRow = readonly [customerId: number]
type OrderRow = readonly [customerId: number, orderNumber: string]

type Reads = {
  readonly page: Readonly<Record<QueueState, Readonly<Record<IndexName, ReadStatement<IdRow>>>>>
  readonly count: Readonly<Record<QueueState, ReadStatement<readonly [count: number]>>>
  readonly queuedAmong: ReadStatement<IdRow>
  readonly isQueueEmpty: ReadStatement<readonly [isEmpty: number]>
  readonly queued: ReadStatement<IdRow>
  readonly ordersNumbered: ReadStatement<OrderRow>
  readonly ordersBetween: ReadStatement<OrderRow>
  readonly ordersEnding: ReadStatement<OrderRow>
  readonly revision: ReadStatement<readonly [revision: number]>
  readonly topics: ReadStatement<readonly [topic: string]>
  readonly products: ReadStatement<readonly [productId: number, name: string]>
  readonly buyers: ReadStatement<IdRow>
}

/** Buyers of some products; orders and customers in the bin do not count. Public for the query-plan test. */
export const buyersSql = `SELECT DISTINCT customer_id
  FROM json_each(?) AS wanted CROSS JOIN order_line ON product_id = wanted.value
  CROSS JOIN sales_order USING (sales_order_id) CROSS JOIN customer USING (customer_id)
  WHERE sales_order.deleted_at IS NULL AND customer.deleted_at IS NULL`

const statements = new WeakMap<ReadableDb, Reads>()

/**
 * Runs reads that must fit together: none of them sees what the writer commits meanwhile. Without it a customer could
 * leave the queue between two statements and be missed by both.
 */
export function readConsistently<T>(db: ReadableDb, work: () => T): T {
  // A statement that is still being walked through keeps the snapshot of its connection.
  const holding = readsOf(db).topics.iterate()
  try {
    holding.next()
    return work()
  } finally {
    holding.return?.()
  }
}

/** Lists customers who meet a condition of the index, newest first, below an id; queued ones are left out. */
export function listMatchingIds(
  db: ReadableDb,
  index: IndexName,
  condition: string,
  beforeId: number,
  limit: number,
): number[] {
  return readsOf(db)
    .page[queueState(db)][index].all(condition, beforeId, limit)
    .map(([customerId]) => customerId)
}

/** Counts the same over everything, up to a limit. */
export function countMatching(db: ReadableDb, condition: string, limit: number): number {
  return readsOf(db).count[queueState(db)].get(condition, limit)?.[0] ?? 0
}

/** Lists those of some customers who are queued. */
export function listQueuedAmong(db: ReadableDb, customerIds: readonly number[]): number[] {
  return readsOf(db)
    .queuedAmong.all(JSON.stringify(customerIds))
    .map(([customerId]) => customerId)
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

/** Lists the customers who bought any of some products. */
export function listBuyers(db: ReadableDb, productIds: readonly number[]): number[] {
  return readsOf(db)
    .buyers.all(JSON.stringify(productIds))
    .map(([customerId]) => customerId)
}

/** Lists all products by id. */
export function listProductNames(db: ReadableDb): readonly (readonly [productId: number, name: string])[] {
  return readsOf(db).products.all()
}

function readsOf(db: ReadableDb): Reads {
  const known = statements.get(db)
  if (known) return known
  const page = (index: IndexName, state: QueueState) =>
    db.prepareReadArrays<IdRow>(
      `SELECT rowid FROM ${index} WHERE ${index} MATCH ? AND rowid < ? ${exceptQueued(index, state)}
       ORDER BY rowid DESC LIMIT ?`,
    )
  const pages = (state: QueueState) => ({
    search_key: page('search_key', state),
    search_all: page('search_all', state),
  })
  const count = (state: QueueState) =>
    db.prepareReadArrays<readonly [number]>(
      `SELECT count(*) FROM
         (SELECT 1 FROM search_all WHERE search_all MATCH ? ${exceptQueued('search_all', state)} LIMIT ?)`,
    )
  const orders = (condition: string, order: string) =>
    db.prepareReadArrays<OrderRow>(
      `SELECT customer_id, order_number FROM sales_order
       WHERE ${condition} AND customer_id IS NOT NULL AND deleted_at IS NULL ${order} LIMIT ?`,
    )
  const prepared: Reads = {
    page: { empty: pages('empty'), filled: pages('filled') },
    count: { empty: count('empty'), filled: count('filled') },
    queuedAmong: db.prepareReadArrays(
      'SELECT customer_id FROM json_each(?) AS wanted CROSS JOIN search_queue ON customer_id = wanted.value',
    ),
    isQueueEmpty: db.prepareReadArrays('SELECT NOT EXISTS (SELECT 1 FROM search_queue)'),
    queued: db.prepareReadArrays(
      'SELECT customer_id FROM search_queue WHERE customer_id < ? ORDER BY customer_id DESC LIMIT ?',
    ),
    ordersNumbered: orders('order_number = ?', ''),
    ordersBetween: orders('order_number >= ? AND order_number < ?', 'ORDER BY order_number DESC'),
    ordersEnding: orders('order_number IS NOT NULL AND substr(order_number, -6) = ?', ''),
    revision: db.prepareReadArrays('SELECT sum(revision) FROM topic_revision'),
    topics: db.prepareReadArrays('SELECT topic FROM topic_revision'),
    products: db.prepareReadArrays('SELECT product_id, name FROM product ORDER BY product_id'),
    buyers: db.prepareReadArrays(buyersSql),
  }
  statements.set(db, prepared)
  return prepared
}

function queueState(db: ReadableDb): QueueState {
  return readsOf(db).isQueueEmpty.get()?.[0] === 1 ? 'empty' : 'filled'
}

function exceptQueued(index: IndexName, state: QueueState): string {
  if (state === 'empty') return ''
  return `AND NOT EXISTS (SELECT 1 FROM search_queue WHERE customer_id = ${index}.rowid)`
}
