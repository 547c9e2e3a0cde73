import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listSearchedIds, searchCustomers } from '#main/search/search.service.ts'
import { indexQueuedCustomers } from '#main/search/search-index.service.ts'
import { queueForIndexing, queuePurchasesForIndexing } from '#main/search/search-queue.service.ts'
import { toSearchText } from '#shared/domain/text.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'
import {
  fillSampleShop,
  randomNumbers,
  type SampleCustomer,
  sampleCustomer,
  sampleDetailsOf,
  sampleOrderNumber,
  sampleProductName,
  sampleProductOf,
} from './sample-shop.ts'

const shop = { customers: 3000, ordersPerCustomer: 1.5, products: 60 }
const lineBreak = '\n'

let database: TestDatabase

beforeAll(() => {
  database = openTestDatabase()
  fillSampleShop(database.db, shop)
  while (indexQueuedCustomers(database.db, 700) > 0);
})
afterAll(() => database.close())

/** Every text of a customer in the form in which texts are compared, a line each; phones also as digits. */
function linesOf(one: SampleCustomer): string[] {
  const phones = [one.phone, one.phone.replace(/[^\d*]/g, '')]
  const nickname = one.buyerId ? one.nickname : ''
  const others = [one.address, one.email, one.wechat, one.note, one.occupation, one.buyerId, nickname]
  const bought = details[one.customerId - 1] ?? []
  return [one.name, one.archiveNumber, ...phones, ...others, ...one.tags, ...bought].map(toSearchText)
}

const customers = Array.from({ length: shop.customers }, (_, index) => sampleCustomer(index))
const products = customers.map(() => new Set<number>())
const orderNumbers = customers.map(() => new Set<string>())
/** Words of what items are like. */
const details = customers.map(() => new Set<string>())
for (let order = 1; order <= shop.customers * shop.ordersPerCustomer; order++) {
  const index = (Math.imul(order, 40503) >>> 0) % shop.customers
  orderNumbers[index]?.add(sampleOrderNumber(order))
  for (const line of [1, 2]) {
    products[index]?.add(sampleProductOf(order, line, shop.products))
    for (const word of Object.values(sampleDetailsOf(order, line)?.values ?? {}))
      if (word) details[index]?.add(word)
  }
}
const cards = customers.map(one => `${lineBreak}${linesOf(one).join(lineBreak)}${lineBreak}`)

/** What LIKE would find: the term anywhere in a text; orders and products by the rules of the search. */
function likeIds(terms: readonly string[]): number[] {
  const held = (index: number, term: string) => {
    if (cards[index]?.includes(term)) return true
    const isName = [...term].length > 1 && !/^\d+$/.test(term)
    if (isName && [...(products[index] ?? [])].some(id => toSearchText(sampleProductName(id)).includes(term)))
      return true
    return [...(orderNumbers[index] ?? [])].some(
      number =>
        (term.length >= 4 && number === term) ||
        (term.length >= 8 && number.startsWith(term)) ||
        (term.length >= 6 && number.endsWith(term)),
    )
  }
  return customers.flatMap((one, index) => (terms.every(term => held(index, term)) ? [one.customerId] : []))
}

/** Cuts texts at random; only terms whose meaning is that of LIKE: no lone letters, nothing that reads as pinyin. */
function randomTerms(seed: number, count: number): string[] {
  const random = randomNumbers(seed)
  const terms: string[] = []
  while (terms.length < count) {
    const one = customers[Math.floor(random() * customers.length)]
    const lines = one ? linesOf(one).filter(Boolean) : []
    const text = [...(lines[Math.floor(random() * lines.length)] ?? '')]
    const start = Math.floor(random() * text.length)
    const term = text.slice(start, start + 1 + Math.floor(random() ** 1.5 * 9)).join('')
    const isLike = !/\s/.test(term) && !/^[a-z]+$/.test(term) && !/^(?:\d|[a-z]\d|\d[a-z])$/.test(term)
    const isPhonePart = /^[+\d()./·-]*\d[+\d()./·-]*$/.test(term) && /\D/.test(term)
    if (term && isLike && !isPhonePart) terms.push(term)
  }
  return terms
}

describe('a search against LIKE over the same texts', () => {
  it('misses nobody and finds nobody else, for 300 random terms', () => {
    for (const term of randomTerms(1, 300)) {
      const expected = likeIds([term])
      expect(
        listSearchedIds(database.readable, term).sort((a, b) => a - b),
        term,
      ).toEqual(expected)
      const found = searchCustomers(database.readable, term, 60)
      const shown = new Set(expected)
      expect(found.hits.length, term).toBe(Math.min(60, expected.length))
      for (const { customer, matches } of found.hits) {
        expect(shown.has(customer.customerId), term).toBe(true)
        expect(matches).toHaveLength(1)
      }
      if (!found.isCapped) expect(found.total, term).toBe(expected.length)
    }
  })

  it('finds by each word that says what an item is like, of whole words', () => {
    const words = [...new Set(details.flatMap(ofOne => [...ofOne]))]
    expect(words.length).toBeGreaterThan(15)
    for (const word of words.map(toSearchText))
      expect(
        listSearchedIds(database.readable, word).sort((a, b) => a - b),
        word,
      ).toEqual(likeIds([word]))
  })

  it('does the same for 100 pairs of terms', () => {
    const [first, second] = [randomTerms(2, 100), randomTerms(3, 100)]
    for (const [index, one] of first.entries()) {
      const terms = [one, second[index] ?? '']
      expect(
        listSearchedIds(database.readable, terms.join(' ')).sort((a, b) => a - b),
        terms.join(' '),
      ).toEqual(likeIds(terms))
    }
  })

  it('marks what it matched: the marked part of the shown text folds to the term', () => {
    for (const term of randomTerms(4, 100))
      for (const { matches } of searchCustomers(database.readable, term, 20).hits)
        for (const { text, start, end, field } of matches) {
          const marked = toSearchText(text.slice(start, end))
          const isDigits = field === 'phone' && marked.replace(/[^\d*]/g, '') === term
          expect(isDigits || marked.includes(term), `${term} in ${text}`).toBe(true)
        }
  })

  it('is as right while customers wait for the index', () => {
    const queued = customers.filter((_, index) => index % 7 === 0).map(one => one.customerId)
    queueForIndexing(database.db, queued)
    try {
      for (const term of randomTerms(5, 40)) {
        const expected = likeIds([term])
        expect(
          listSearchedIds(database.readable, term).sort((a, b) => a - b),
          term,
        ).toEqual(expected)
        const found = searchCustomers(database.readable, term, 50)
        if (!found.isCapped) expect(found.total, term).toBe(expected.length)
      }
    } finally {
      while (indexQueuedCustomers(database.db, 1000) > 0);
    }
  })

  it('is as right after entries were written anew, whole or without their key fields', () => {
    const idsWhere = (remainder: number) =>
      customers.filter((_, index) => index % 5 === remainder).map(one => one.customerId)
    queueForIndexing(database.db, idsWhere(0))
    queuePurchasesForIndexing(database.db, idsWhere(1))
    queuePurchasesForIndexing(database.db, idsWhere(0))
    while (indexQueuedCustomers(database.db, 300) > 0);
    for (const term of randomTerms(7, 60)) {
      const expected = likeIds([term])
      expect(
        listSearchedIds(database.readable, term).sort((a, b) => a - b),
        term,
      ).toEqual(expected)
      const found = searchCustomers(database.readable, term, 50)
      expect(found.hits.length, term).toBe(Math.min(50, expected.length))
      if (!found.isCapped) expect(found.total, term).toBe(expected.length)
    }
  })

  it('says so when a total is not exact', () => {
    const capped = randomTerms(6, 100).filter(term => searchCustomers(database.readable, term, 10).isCapped)
    for (const term of capped) expect(likeIds([term]).length, term).toBeGreaterThan(10)
  })
})
