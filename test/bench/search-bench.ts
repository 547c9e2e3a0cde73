import fs from 'node:fs'
import path from 'node:path'
import type { ReadableDb } from '#main/database/db.ts'
import { migrations } from '#main/database/migrations/index.ts'
import { openReadable, openWritable } from '#main/database/open-database.ts'
import { nameSortKey } from '#main/search/pinyin.service.ts'
import { searchCustomers } from '#main/search/search.service.ts'
import { indexQueuedCustomers, optimizeSearchIndex } from '#main/search/search-index.service.ts'
import { makeTestFolder } from '#test/helpers/test-database.ts'
import {
  fillSampleShop,
  randomNumbers,
  sampleCustomer,
  sampleOrderNumber,
} from '#test/main/search/sample-shop.ts'
import type { BenchRow } from './bench-row.ts'

const customers = 200_000
const shop = { customers, ordersPerCustomer: 0.5, products: 500 }
const runs = 5
const queriesPerClass = 24

/** Queries of one kind; `isOneToken`: a single list of the index answers them. */
type QueryClass = { readonly name: string; readonly isOneToken: boolean; readonly texts: readonly string[] }

/** Measures the search and its index at 200,000 customers, encrypted, against LIKE over the same archive. */
export async function benchSearch(): Promise<BenchRow[]> {
  const folder = makeTestFolder()
  const file = path.join(folder, 'archive.db')
  const key = Buffer.alloc(32, 7)
  const setUp = { file, key, migrations, isNew: true, mustCheck: false, beforeUpgrade: () => undefined }
  try {
    const writer = openWritable(setUp)
    writer.setCacheSize(128)
    const fillUs = measureCpu(() => fillSampleShop(writer.db, shop)) / customers
    const indexUs = measureCpu(() => {
      while (indexQueuedCustomers(writer.db, 1000) > 0);
    })
    const mergeUs = measureCpu(() => optimizeSearchIndex(writer.db))
    writer.close()
    const reader = openReadable({ file, key, role: 'main' })
    const rows = [
      ...benchQueries(reader.db),
      toRow('search index, per customer', indexUs / customers, fillUs, 'insert', 'µs CPU', 150),
      toRow('search index merged, per customer', mergeUs / customers, fillUs, 'insert', 'µs CPU', 25),
    ]
    reader.close()
    return rows
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

function benchQueries(db: ReadableDb): BenchRow[] {
  const like = quantile(
    0.5,
    queryClasses().flatMap(({ texts }) => timeLike(db, texts.slice(0, 1))),
  )
  const timed = queryClasses().map(({ name, isOneToken, texts }) => {
    const times = texts.map(text => quantile(0.5, timeSearch(db, text)))
    return { name, isOneToken, times }
  })
  const p95 = (times: readonly number[]) => quantile(0.95, times)
  const oneToken = timed.filter(({ isOneToken }) => isOneToken).flatMap(({ times }) => times)
  return [
    toRow('search, one token, p95', p95(oneToken), like, 'LIKE', 'ms', 1),
    toRow('search, any, p95', p95(timed.flatMap(({ times }) => times)), like, 'LIKE', 'ms', 4),
    ...timed.map(({ name, times }) => toRow(`search: ${name}, p95`, p95(times), like, 'LIKE', 'ms', 4)),
  ]
}

function timeSearch(db: ReadableDb, text: string): number[] {
  return Array.from({ length: runs }, () => {
    const start = performance.now()
    searchCustomers(db, text, 50)
    return performance.now() - start
  })
}

function timeLike(db: ReadableDb, texts: readonly string[]): number[] {
  const statement = db.prepareRead(
    `SELECT count(*) FROM customer
     WHERE name LIKE $1 OR archive_number LIKE $1 OR note LIKE $1 OR occupation LIKE $1
       OR customer_id IN (SELECT customer_id FROM contact_point WHERE value LIKE $1)
       OR customer_id IN (SELECT customer_id FROM customer_tag JOIN tag USING (tag_id) WHERE tag.name LIKE $1)`.replaceAll(
      '$1',
      "'%' || ? || '%'",
    ),
  )
  return texts.map(text => {
    const start = performance.now()
    statement.get(text, text, text, text, text, text)
    return performance.now() - start
  })
}

function queryClasses(): QueryClass[] {
  const random = randomNumbers(4242)
  const someone = () => sampleCustomer(Math.floor(random() * customers))
  const part = (text: string, length: number) => {
    const characters = [...text]
    const start = Math.floor(random() * (characters.length - length + 1))
    return characters.length < length ? '' : characters.slice(start, start + length).join('')
  }
  const chinese = () => {
    const { name, address, note, tags } = someone()
    const texts = [name, address, note, ...tags].flatMap(text => text.match(/[\u4e00-\u9fff]+/g) ?? [])
    return texts[Math.floor(random() * texts.length)] ?? ''
  }
  const syllables = () => (nameSortKey(someone().name).split('\u0001')[0] ?? '').split(' ')
  const initials = (count: number) =>
    syllables()
      .slice(0, count)
      .map(syllable => syllable.charAt(0))
      .join('')
  const phone = () => someone().phone.replace(/\D/g, '')
  const many = (name: string, isOneToken: boolean, make: () => string): QueryClass => {
    const texts: string[] = []
    while (texts.length < queriesPerClass) {
      const text = make()
      if (text.trim()) texts.push(text)
    }
    return { name, isOneToken, texts }
  }
  return [
    many('1 character', true, () => part(chinese(), 1)),
    many('2 characters', true, () => part(chinese(), 2)),
    many('3 characters', true, () => part(chinese(), 3)),
    many('5 characters', false, () => part(chinese(), 5)),
    many('address, 8 characters', false, () => part(someone().address, 8)),
    many('first 2 of a name', true, () => someone().name.slice(0, 2)),
    many('pinyin, 2 initials', true, () => initials(2)),
    many('pinyin, 3 initials', false, () => initials(3)),
    many('pinyin, whole name', false, () => syllables().join('')),
    many('last 4 digits', true, () => phone().slice(-4)),
    many('6 digits inside', false, () => part(phone(), 6)),
    many('whole phone', false, phone),
    many('archive number', false, () => someone().archiveNumber),
    many('surname and 3 digits', false, () => `${someone().name.charAt(0)} ${phone().slice(-3)}`),
    many('surname and word', false, () => `${someone().name.charAt(0)} ${part(someone().note, 2)}`),
    many('order number', false, () => sampleOrderNumber(1 + Math.floor(random() * customers * 0.5))),
  ]
}

function toRow(
  name: string,
  ours: number,
  peer: number,
  peerName: string,
  unit: string,
  target: number,
): BenchRow {
  return {
    name,
    ours,
    peer,
    peerName,
    unit,
    ratio: ours / peer,
    target: `${target} ${unit}`,
    isMet: ours <= target,
  }
}

/** Units: microseconds of this process. */
function measureCpu(work: () => void): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return user + system
}

function quantile(share: number, values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
