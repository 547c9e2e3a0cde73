import type { ReadableDb } from '#main/database/db.ts'
import { nameSortKey } from '#main/search/pinyin.service.ts'
import { searchCustomers } from '#main/search/search.service.ts'
import { randomNumbers, sampleCustomer, sampleOrderNumber } from '#test/main/search/sample-shop.ts'
import type { BenchContext } from './bench-context.ts'
import type { BenchRow } from './bench-row.ts'
import { withReaders } from './bench-shop.ts'
import { measureThread, median, quantile } from './measure.ts'

const runs = 5
const queriesPerClass = 24

/** Queries of one kind; `isOneToken`: a single list of the index answers them. */
type QueryClass = { readonly name: string; readonly isOneToken: boolean; readonly texts: readonly string[] }

/** Measures the search and its index in the large archive, encrypted, against LIKE over the same archive. */
export async function benchSearch({ shop }: BenchContext): Promise<BenchRow[]> {
  const made = await shop()
  const { size, fillUs, indexUs, mergeUs } = made
  const insert = { name: 'their inserts', value: fillUs }
  return [
    ...withReaders(made, ['main'], ({ main }) => benchQueries(main, size.customers)),
    { name: 'search index: made, per customer', unit: 'µs CPU', ours: indexUs, peer: insert },
    { name: 'search index: merged, per customer', unit: 'µs CPU', ours: mergeUs, peer: insert },
  ]
}

function benchQueries(db: ReadableDb, customers: number): BenchRow[] {
  const classes = queryClasses(customers)
  // As after the first minute of work: compiled, and the pages that are always needed in memory.
  for (const { texts } of classes) for (const text of texts.slice(0, 6)) searchCustomers(db, text, 50)
  const timed = classes.map(({ name, isOneToken, texts }) => {
    const times = texts.map(text => median(timeSearch(db, text)))
    return { name, isOneToken, times }
  })
  const like = {
    name: 'LIKE',
    value: median(
      timeLike(
        db,
        classes.flatMap(({ texts }, index) => (index % 3 === 0 ? texts.slice(0, 1) : [])),
      ),
    ),
  }
  const p95 = (times: readonly number[]) => quantile(0.95, times)
  const toRow = (name: string, times: readonly number[], most: number): BenchRow => ({
    name: `search: ${name}, p95`,
    unit: 'ms CPU',
    ours: p95(times),
    peer: like,
    target: { kind: 'at-most', value: most },
  })
  const oneToken = timed.filter(({ isOneToken }) => isOneToken).flatMap(({ times }) => times)
  const all = timed.flatMap(({ times }) => times)
  return [
    toRow('any query', all, customers > 200_000 ? 8 : 4),
    toRow('one token', oneToken, 1),
    ...timed.map(
      ({ name, times }): BenchRow => ({ name: `  ${name}`, unit: 'ms CPU', ours: p95(times), peer: like }),
    ),
  ]
}

function timeSearch(db: ReadableDb, text: string): number[] {
  return Array.from({ length: runs }, () => measureThread(() => searchCustomers(db, text, 50)).cpuMs)
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
  return texts.map(text => measureThread(() => statement.get(text, text, text, text, text, text)).cpuMs)
}

function queryClasses(customers: number): QueryClass[] {
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
