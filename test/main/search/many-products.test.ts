import { afterAll, beforeAll, expect, test } from 'vitest'
import { listSearchedIds, searchCustomers } from '#main/search/search.service.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'
import { addCards, indexAll } from './customer-cards.ts'

/*
 * A shop with 420 gift boxes, each bought by one customer: more products than a condition of the index takes. The oldest box is
 * what 样例甲 bought.
 */
const boxes = 420
let database: TestDatabase
let ids: number[]
beforeAll(() => {
  database = openTestDatabase()
  ids = addCards(
    database.db,
    Array.from({ length: boxes }, (_, at) => ({
      name: at === 0 ? '样例甲' : `客人${at}`,
      note: at % 2 === 0 ? '要发票' : '不要发票',
      orders: [{ number: `T${at}`, products: [`坚果礼包 ${at} 号`] }],
    })),
  )
  const others = addCards(database.db, [
    { name: '礼包店主' },
    { name: '没有买', note: '要发票' },
    { name: '买了删了', orders: [{ number: 'T9', products: ['坚果礼包 0 号'], isDeleted: true }] },
  ])
  indexAll(database.db)
  ids.push(others[0] ?? 0)
})
afterAll(() => database.close())

const found = (text: string) => listSearchedIds(database.readable, text).toSorted((a, b) => a - b)

test('a word in the names of very many products misses no buyer, and whoever has it on the card', () => {
  expect(found('礼包')).toEqual(ids)
  // Two words that both stand in too many products.
  expect(found('礼包 坚果')).toEqual(ids.slice(0, boxes))
})

test('beside another word it decides by what was bought', () => {
  expect(found('礼包 样例')).toEqual([ids[0]])
  expect(found('礼包 不要发票')).toEqual(ids.slice(0, boxes).filter((_, at) => at % 2 === 1))
  const { hits } = searchCustomers(database.readable, '样例甲 坚果礼包', 50)
  expect(hits.map(hit => hit.customer.name)).toEqual(['样例甲'])
  expect(hits[0]?.matches.map(match => match.field)).toEqual(['name', 'product'])
})

test('alone in the search box it finds as many as are asked for, and says that there may be more', () => {
  const { hits, isCapped } = searchCustomers(database.readable, '坚果礼包', 50)
  expect(hits).toHaveLength(50)
  expect(isCapped).toBe(true)
})

test('who bought such a product a moment ago is found before the index knows it, once', () => {
  const [fresh] = addCards(database.db, [
    { name: '刚买的', orders: [{ number: 'T77', products: ['坚果礼包 3 号'] }] },
  ])
  expect(found('礼包')).toEqual([...ids, fresh])
  indexAll(database.db)
  expect(found('礼包')).toEqual([...ids, fresh])
})
