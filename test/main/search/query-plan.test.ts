import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReadableDb } from '#main/database/db.ts'
import { searchCustomers } from '#main/search/search.service.ts'
import { indexQueuedCustomers } from '#main/search/search-index.service.ts'
import { queueForIndexing } from '#main/search/search-queue.service.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'
import { fillSampleShop } from './sample-shop.ts'

/** Virtual tables are read by MATCH; the queue only to see whether it is empty; products are kept in memory. */
const largeTableScan =
  /^SCAN (?:customer|contact_point|customer_identity|customer_tag|sales_order|order_line)\b/

let database: TestDatabase

beforeAll(() => {
  database = openTestDatabase()
  fillSampleShop(database.db, { customers: 200, ordersPerCustomer: 1, products: 10 })
})
afterAll(() => database.close())

/** Passes everything on, and notes the text of every statement that is prepared. */
function noting(db: ReadableDb, texts: Set<string>): ReadableDb {
  const note = (prepare: (sql: string) => unknown) => (sql: string) => {
    texts.add(sql)
    return prepare(sql)
  }
  return {
    ...db,
    prepareRead: note(db.prepareRead),
    prepareReadArrays: note(db.prepareReadArrays),
  } as unknown as ReadableDb
}

function planOf(sql: string): string[] {
  const values = Array.from({ length: sql.split('?').length - 1 }, () => null)
  return database.db
    .prepare<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...values)
    .map(row => row.detail)
}

describe('the statements of a search', () => {
  it('read no table of customers or orders from end to end', () => {
    while (indexQueuedCustomers(database.db, 100) > 0);
    queueForIndexing(database.db, [1, 2, 3])
    const texts = new Set<string>()
    const db = noting(database.readable, texts)
    for (const text of ['王', '铁观音 138', '20240101', 'zhang', '礼盒装']) searchCustomers(db, text, 50)
    expect(texts.size).toBeGreaterThan(10)
    for (const sql of texts) {
      const scans = planOf(sql).filter(detail => largeTableScan.test(detail))
      expect(scans, sql).toEqual([])
      expect(planOf(sql).join(), sql).not.toContain('AUTOMATIC')
    }
  })

  it('find the end of an order number by its index', () => {
    const plan = planOf(
      'SELECT customer_id FROM sales_order WHERE order_number IS NOT NULL AND substr(order_number, -6) = ?',
    )
    expect(plan.join()).toContain('sales_order_order_number_end')
  })
})
