import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCustomer } from '#main/customers/customer.service.ts'
import { listSearchedIds, searchCustomers } from '#main/search/search.service.ts'
import { indexQueuedCustomers } from '#main/search/search-index.service.ts'
import { isFullSize, sized } from '#test/helpers/acceptance-size.ts'
import { act, draftOf } from '#test/helpers/builders.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'
import {
  fillSampleShop,
  randomNumbers,
  sampleCustomer,
  sampleOrderNumber,
  sampleProductName,
} from '#test/main/search/sample-shop.ts'

/*
 * Feature 3: whatever a person remembers of a customer finds the customer, none is missed. What is found is compared with the
 * texts of the archive themselves, read once and looked through one by one, which knows nothing of the index; that this is what a
 * plain LIKE over the tables finds is shown on the way.
 */
const shop = { customers: sized(200_000), ordersPerCustomer: 4, products: sized(2000) }
let database: TestDatabase
let texts: ArchiveTexts
beforeAll(() => {
  database = openTestDatabase()
  // As while an import runs: pages that were written are not read and deciphered again. Units: KiB.
  database.db.prepare('PRAGMA cache_size = -262144').run()
  fillSampleShop(database.db, shop)
  while (indexQueuedCustomers(database.db, 5000) > 0);
  texts = readTexts()
})
afterAll(() => database.close())

/** All that a person can remember, as it is stored: a card is its texts with a line break between them. */
type ArchiveTexts = {
  readonly cards: ReadonlyMap<number, string>
  readonly phones: readonly (readonly [customerId: number, digits: string])[]
  readonly orders: readonly (readonly [customerId: number, number: string])[]
  readonly products: readonly (readonly [productId: number, name: string])[]
  readonly buyers: ReadonlyMap<number, ReadonlySet<number>>
}

const read = <Row extends readonly unknown[]>(sql: string, ...values: string[]) =>
  database.readable.prepareReadArrays<Row>(sql).all(...values)

/** LIKE takes capital and small letters of ASCII for the same. */
const folded = (text: string) => text.replace(/[A-Z]/g, letter => letter.toLowerCase())

function readTexts(): ArchiveTexts {
  const parts = new Map<number, string[]>()
  const rows = read<readonly [number, string | null]>(
    `SELECT customer_id, name FROM customer UNION ALL SELECT customer_id, archive_number FROM customer
     UNION ALL SELECT customer_id, note FROM customer UNION ALL SELECT customer_id, occupation FROM customer
     UNION ALL SELECT customer_id, value FROM contact_point
     UNION ALL SELECT customer_id, tag.name FROM customer_tag JOIN tag USING (tag_id)
     UNION ALL SELECT customer_id, word.value FROM sales_order JOIN order_line USING (sales_order_id)
       JOIN json_each(details, '$.values') AS word`,
  )
  for (const [id, text] of rows) {
    const ofCustomer = parts.get(id) ?? []
    if (ofCustomer.length === 0) parts.set(id, ofCustomer)
    if (text !== null) ofCustomer.push(folded(text))
  }
  const buyers = new Map<number, Set<number>>()
  for (const [productId, customerId] of read<readonly [number, number]>(
    'SELECT product_id, customer_id FROM order_line JOIN sales_order USING (sales_order_id)',
  )) {
    const ofProduct = buyers.get(productId)
    if (ofProduct) ofProduct.add(customerId)
    else buyers.set(productId, new Set([customerId]))
  }
  return {
    cards: new Map([...parts].map(([id, some]) => [id, some.join('\n')])),
    phones: read("SELECT customer_id, match_key FROM contact_point WHERE kind = 'phone'"),
    orders: read('SELECT customer_id, order_number FROM sales_order'),
    products: read('SELECT product_id, name FROM product'),
    buyers,
  }
}

/** Customers whose card holds a text anywhere. */
function havingText(text: string): number[] {
  const wanted = folded(text)
  const ids: number[] = []
  for (const [id, card] of texts.cards) if (card.includes(wanted)) ids.push(id)
  return ids
}

/** The same by a LIKE over the tables. */
function havingByLike(text: string): number[] {
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  const sql = `SELECT customer_id FROM customer WHERE name LIKE ?1 ESCAPE '\\' OR archive_number LIKE ?1 ESCAPE '\\'
       OR note LIKE ?1 ESCAPE '\\' OR occupation LIKE ?1 ESCAPE '\\'
     UNION SELECT customer_id FROM contact_point WHERE value LIKE ?1 ESCAPE '\\'
     UNION SELECT customer_id FROM customer_tag JOIN tag USING (tag_id) WHERE tag.name LIKE ?1 ESCAPE '\\'
     UNION SELECT customer_id FROM sales_order JOIN order_line USING (sales_order_id)
       JOIN json_each(details, '$.values') AS word WHERE word.value LIKE ?1 ESCAPE '\\'`
  const values = Array.from({ length: 7 }, () => like)
  return read<readonly [number]>(sql.replaceAll('?1', '?'), ...values).map(([id]) => id)
}

/** How many of the expected are missing from what a search finds. */
function missed(text: string, expected: readonly number[]): number {
  const found = new Set(listSearchedIds(database.readable, text))
  return expected.filter(id => !found.has(id)).length
}

const ascending = (one: number, other: number) => one - other
const random = randomNumbers(303)
const below = (limit: number) => Math.floor(random() * limit)
const someone = () => sampleCustomer(below(shop.customers))
/** Fewer at full size, where each looks through everything. */
const rounds = Array.from({ length: isFullSize ? 15 : 40 }, (_, at) => at)

/** A part of a text; undefined where it is too short or holds a blank. */
function partOf(text: string, length: number): string | undefined {
  const characters = [...text]
  if (characters.length < length) return undefined
  const start = below(characters.length - length + 1)
  const part = characters.slice(start, start + length).join('')
  return /[\s\\%_]|^[a-z]+$/i.test(part) ? undefined : part
}

test('looking through the texts finds whom LIKE finds', () => {
  for (const text of ['路', '奶粉', '青格', 'c00', '(', '13', someone().address.slice(0, 4)])
    expect(havingText(text).toSorted(ascending), text).toEqual(havingByLike(text).toSorted(ascending))
})

test('two characters inside an address, words of notes and parts of names miss nobody whom LIKE finds', () => {
  let looked = 0
  for (const _ of rounds) {
    const one = someone()
    for (const text of [partOf(one.address, 2), partOf(one.note, 3), partOf(one.name, 2), one.tags[0]]) {
      if (!text) continue
      const expected = havingText(text)
      expect(missed(text, expected), text).toBe(0)
      if (expected.length > 0) looked++
    }
  }
  expect(looked).toBeGreaterThan(1.5 * rounds.length)
})

test('words that say what an item is like miss nobody whom LIKE finds', () => {
  for (const text of ['藏青', '米白条', '红纯色', '165/88', '92A', '均码']) {
    const expected = havingText(text)
    expect(expected.length, text).toBeGreaterThan(0)
    expect(missed(text, expected), text).toBe(0)
  }
})

test('the last four digits of a phone miss nobody', () => {
  for (const _ of rounds) {
    const digits = someone().phone.replace(/\D/g, '').slice(-4)
    if (digits.length < 4) continue
    const expected = texts.phones.filter(([, key]) => key.endsWith(digits)).map(([id]) => id)
    expect(expected.length).toBeGreaterThan(0)
    expect(missed(digits, expected), digits).toBe(0)
  }
})

test('an order is found by its number and by its end, a product by any part of its name', () => {
  const orders = Math.floor(shop.customers * shop.ordersPerCustomer)
  for (const _ of rounds.slice(0, 15)) {
    const number = sampleOrderNumber(1 + below(orders))
    for (const text of [number, number.slice(-6)]) {
      const expected = texts.orders.filter(([, one]) => one.endsWith(text)).map(([id]) => id)
      expect(expected.length).toBeGreaterThan(0)
      expect(missed(text, expected), text).toBe(0)
    }
  }
  for (const _ of rounds.slice(0, 8)) {
    const name = [...sampleProductName(1 + below(shop.products))].slice(2, 6).join('')
    const ofProducts = texts.products
      .filter(([, one]) => one.includes(name))
      .map(([id]) => texts.buyers.get(id) ?? [])
    const expected = [...new Set(ofProducts.flatMap(buyers => [...buyers]))]
    expect(expected.length).toBeGreaterThan(0)
    expect(missed(name, expected), name).toBe(0)
  }
})

test('several terms find those who hold all of them: none is dropped, nobody is missed', () => {
  for (const _ of rounds) {
    const one = someone()
    const [first, second] = [partOf(one.name, 1), partOf(one.address, 2)]
    if (!first || !second || /^\w$/.test(first)) continue
    const having = new Set(havingText(second))
    const expected = havingText(first).filter(id => having.has(id))
    expect(expected).toContain(one.customerId)
    const found = new Set(listSearchedIds(database.readable, `${first} ${second}`))
    expect(expected.filter(id => !found.has(id))).toEqual([])
    // A dropped term would find many more.
    const ofSecond = new Set(listSearchedIds(database.readable, second))
    const byText = [...found].filter(id => !ofSecond.has(id))
    expect(byText, `${first} ${second}`).toEqual([])
  }
})

test('initials and whole pinyin find a name, whichever way a character of it is read; where it matched is marked', () => {
  const create = (name: string) => {
    const { customerId } = createCustomer(database.db, draftOf({ name }), act)
    return customerId
  }
  // 曾 zeng or ceng, 单 shan or dan, 解 xie or jie, 乐 yue or le.
  const readings: readonly (readonly [string, readonly string[]])[] = [
    ['曾样岚', ['zengyanglan', 'zyl', 'cengyanglan']],
    ['单样岚', ['shanyanglan', 'syl', 'danyanglan']],
    ['解样岚', ['xieyanglan', 'xyl', 'jieyanglan']],
    ['乐样岚', ['yueyanglan', 'yyl', 'leyanglan']],
  ]
  for (const [name, texts] of readings) {
    const customerId = create(name)
    // Found at once, before the index has it, and afterwards.
    for (const isIndexed of [false, true]) {
      if (isIndexed) while (indexQueuedCustomers(database.db, 1000) > 0);
      for (const text of texts)
        expect(listSearchedIds(database.readable, text), `${name} ${text}`).toContain(customerId)
    }
    const { hits } = searchCustomers(database.readable, `${texts[0]} `, 50)
    const match = hits.find(hit => hit.customer.customerId === customerId)?.matches[0]
    expect(match && { field: match.field, marked: match.text.slice(match.start, match.end) }).toEqual({
      ...{ field: 'pinyin', marked: name },
    })
  }
})
