import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readConsistently } from '#main/search/search.queries.ts'
import { searchCustomers } from '#main/search/search.service.ts'
import {
  indexQueuedCustomers,
  mergeSearchIndex,
  optimizeSearchIndex,
} from '#main/search/search-index.service.ts'
import {
  countQueued,
  queueForIndexing,
  queuePurchasesForIndexing,
  queueRangeForIndexing,
} from '#main/search/search-queue.service.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'
import { addCards, addOrder, indexAll } from './customer-cards.ts'

let database: TestDatabase

beforeEach(() => {
  database = openTestDatabase()
})
afterEach(() => database.close())

const namesOf = (text: string) =>
  searchCustomers(database.readable, text, 50).hits.map(hit => hit.customer.name)
const entryCount = (index: string) =>
  database.db.prepare<{ count: number }>(`SELECT count(*) AS count FROM ${index}_docsize`).get()?.count
const blocksOf = (index: string) =>
  database.db.prepare<{ block: Uint8Array }>(`SELECT block FROM ${index}_data ORDER BY id`).all()

describe('the queue', () => {
  it('takes ids once, and ranges with both ends', () => {
    queueForIndexing(database.db, [5, 7, 5])
    queueForIndexing(database.db, new Set([7]))
    queueRangeForIndexing(database.db, 6, 9)
    expect(countQueued(database.readable)).toBe(5)
  })

  it('takes nothing for no ids and for a range that ends before it starts', () => {
    queueForIndexing(database.db, [])
    queueRangeForIndexing(database.db, 5, 4)
    expect(countQueued(database.readable)).toBe(0)
  })

  it('takes a range of 50,000', () => {
    queueRangeForIndexing(database.db, 1, 50_000)
    expect(countQueued(database.readable)).toBe(50_000)
  })
})

describe('the reads of one search', () => {
  it('see one state of the archive, whatever the writer commits meanwhile', () => {
    const seen = readConsistently(database.readable, () => {
      const before = countQueued(database.readable)
      addCards(database.db, [{ name: '样例' }])
      return [before, countQueued(database.readable)]
    })
    expect(seen).toEqual([0, 0])
    expect(countQueued(database.readable)).toBe(1)
  })

  it('give the snapshot back when one of them fails', () => {
    const fail = () => {
      throw new Error('stop')
    }
    expect(() => readConsistently(database.readable, fail)).toThrow('stop')
    addCards(database.db, [{ name: '样例' }])
    expect(countQueued(database.readable)).toBe(1)
  })
})

describe('indexing', () => {
  it('works off the queue in slices and tells what remains', () => {
    addCards(
      database.db,
      Array.from({ length: 25 }, (_, index) => ({ name: `样例${index}` })),
    )
    expect(indexQueuedCustomers(database.db, 10)).toBe(15)
    expect(indexQueuedCustomers(database.db, 10)).toBe(5)
    expect(indexQueuedCustomers(database.db, 10)).toBe(0)
    expect(indexQueuedCustomers(database.db, 10)).toBe(0)
    expect(entryCount('search_key')).toBe(25)
    expect(entryCount('search_all')).toBe(25)
  })

  it('gives the same answers before, between and after its slices', () => {
    addCards(
      database.db,
      Array.from({ length: 25 }, (_, index) => ({ name: `样例${index}`, note: index % 2 ? '西湖' : '东湖' })),
    )
    const before = searchCustomers(database.readable, '样 西湖', 5)
    expect(before.total).toBe(12)
    while (countQueued(database.readable) > 0) {
      indexQueuedCustomers(database.db, 4)
      expect(searchCustomers(database.readable, '样 西湖', 5)).toEqual(before)
    }
  })

  it('replaces an entry: old tokens are gone from both indexes', () => {
    const [id = 0] = addCards(database.db, [{ name: '样例', note: '西湖' }])
    indexAll(database.db)
    database.db.prepare(`UPDATE customer SET name = '林范', note = '东湖' WHERE customer_id = ?`).run(id)
    queueForIndexing(database.db, [id])
    indexAll(database.db)
    const count = (index: string, token: string) =>
      database.db
        .prepare<{ count: number }>(`SELECT count(*) AS count FROM ${index} WHERE ${index} MATCH ?`)
        .get(`"${token}"`)?.count
    expect([count('search_key', '样例'), count('search_all', '样例'), count('search_all', '西湖')]).toEqual([
      0, 0, 0,
    ])
    expect([count('search_key', '林范'), count('search_all', '林范'), count('search_all', '东湖')]).toEqual([
      1, 1, 1,
    ])
    expect(entryCount('search_all')).toBe(1)
  })

  it('removes the entries of customers who are gone for good', () => {
    const ids = addCards(database.db, [{ name: '样例' }, { name: '样范' }])
    indexAll(database.db)
    const [first = 0] = ids
    database.db.prepare('DELETE FROM customer WHERE customer_id = ?').run(first)
    queueRangeForIndexing(database.db, first, first)
    expect(namesOf('样')).toEqual(['样范'])
    indexAll(database.db)
    expect(entryCount('search_key')).toBe(1)
    expect(entryCount('search_all')).toBe(1)
    expect(namesOf('样')).toEqual(['样范'])
  })

  it('finds what was bought since, and keeps the entry of the key fields where only that changed', () => {
    const [id = 0] = addCards(database.db, [{ name: '样例', note: '西湖' }])
    indexAll(database.db)
    const [keyBlocks, allBlocks] = [blocksOf('search_key'), blocksOf('search_all')]
    addOrder(database.db, id, { number: null, products: ['示例茶壶'] })
    queuePurchasesForIndexing(database.db, [id])
    database.db.prepare('UPDATE topic_revision SET revision = revision + 1').run()
    expect(namesOf('茶壶')).toEqual(['样例'])
    indexAll(database.db)
    expect([namesOf('茶壶'), namesOf('样例'), namesOf('西湖')]).toEqual([['样例'], ['样例'], ['样例']])
    expect(blocksOf('search_key')).toEqual(keyBlocks)
    expect(blocksOf('search_all')).not.toEqual(allBlocks)
  })

  it('takes a card that changed as changed, whichever was queued first', () => {
    const [first = 0, second = 0] = addCards(database.db, [{ name: '样甲' }, { name: '样乙' }])
    indexAll(database.db)
    const rename = database.db.prepare('UPDATE customer SET name = ? WHERE customer_id = ?')
    rename.run('范甲', first)
    rename.run('范乙', second)
    queueForIndexing(database.db, [first])
    queuePurchasesForIndexing(database.db, [first, second])
    queueRangeForIndexing(database.db, second, second)
    indexAll(database.db)
    const count = (token: string) =>
      database.db
        .prepare<{ count: number }>('SELECT count(*) AS count FROM search_key WHERE search_key MATCH ?')
        .get(`"${token}"`)?.count
    expect([count('样'), count('范')]).toEqual([0, 2])
  })

  it('removes both entries of a customer who is gone, although only purchases were queued', () => {
    const [id = 0] = addCards(database.db, [{ name: '样例' }, { name: '示范' }])
    indexAll(database.db)
    database.db.prepare('DELETE FROM customer WHERE customer_id = ?').run(id)
    queuePurchasesForIndexing(database.db, [id])
    indexAll(database.db)
    expect([entryCount('search_key'), entryCount('search_all')]).toEqual([1, 1])
  })

  it('writes nothing when it fails half-way', () => {
    addCards(database.db, [{ name: '样例' }])
    database.db.prepare('DROP TABLE search_all').run()
    expect(() => indexQueuedCustomers(database.db, 10)).toThrow()
    expect(countQueued(database.db)).toBe(1)
    expect(entryCount('search_key')).toBe(0)
  })

  it('answers the same after it was merged', () => {
    addCards(
      database.db,
      Array.from({ length: 40 }, (_, index) => ({
        name: `样例${index}`,
        phones: [`1380000${1000 + index}`],
      })),
    )
    while (indexQueuedCustomers(database.db, 3) > 0);
    const before = searchCustomers(database.readable, '样 100', 50)
    optimizeSearchIndex(database.db)
    expect(searchCustomers(database.readable, '样 100', 50)).toEqual(before)
    expect(before.total).toBe(10)
    const segments = database.db
      .prepare<{ count: number }>('SELECT count(DISTINCT segid) AS count FROM search_all_idx')
      .get()?.count
    expect(segments).toBeLessThanOrEqual(1)
  })

  it('is merged in slices to a few pieces, with the same answers', () => {
    addCards(
      database.db,
      Array.from({ length: 300 }, (_, index) => ({ name: `样例${index}`, note: `第${index * 7919}号` })),
    )
    while (indexQueuedCustomers(database.db, 5) > 0);
    const segments = () =>
      database.db
        .prepare<{ count: number }>('SELECT count(DISTINCT segid) AS count FROM search_all_idx')
        .get()?.count ?? 0
    const [before, pieces] = [searchCustomers(database.readable, '样 29号', 50), segments()]
    let steps = 0
    while (mergeSearchIndex(database.db)) expect(++steps).toBeLessThan(100)
    expect(segments()).toBeLessThan(pieces)
    expect(mergeSearchIndex(database.db)).toBe(false)
    expect(searchCustomers(database.readable, '样 29号', 50)).toEqual(before)
  })

  it('leaves no token of a removed customer in the file after it was merged', () => {
    const [id = 0] = addCards(database.db, [{ name: '甪直样' }, { name: '示范' }])
    indexAll(database.db)
    database.db.prepare('UPDATE customer SET deleted_at = ? WHERE customer_id = ?').run('2026-03-01', id)
    queueForIndexing(database.db, [id])
    indexAll(database.db)
    optimizeSearchIndex(database.db)
    const blocks = database.db.prepare<{ block: Uint8Array }>('SELECT block FROM search_all_data').all()
    for (const { block } of blocks) expect(Buffer.from(block).includes('甪直')).toBe(false)
  })
})
