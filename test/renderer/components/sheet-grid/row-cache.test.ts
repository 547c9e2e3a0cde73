import { describe, expect, test, vi } from 'vitest'
import { RowCache } from '#renderer/components/sheet-grid/row-cache.ts'

/** A list whose answers are given by hand, so that they can come late and out of order. */
function slowList(generation: string, count = 1000) {
  const asked: { start: number; answer: (rows: string[]) => void; fail: () => void }[] = []
  const fetchRange = (start: number, length: number) =>
    new Promise<string[]>((resolve, reject) => {
      const rows = Array.from({ length }, (_, i) => `${generation}${start + i}`)
      asked.push({ start, answer: () => resolve(rows), fail: () => reject(new Error('gone')) })
    })
  const answerAll = async () => {
    for (const request of asked.splice(0)) request.answer([])
    await vi.waitFor(() => {})
  }
  return { source: { generation, count, fetchRange }, asked, answerAll }
}
const rest = () => new Promise(resolve => setTimeout(resolve))

test('rows come page by page, and only those asked for', async () => {
  const list = slowList('a')
  const cache = new RowCache<string>()
  cache.setSource(list.source)
  cache.want(150, 160)
  expect(list.asked.map(request => request.start)).toEqual([100])
  expect(cache.get(155)).toBeUndefined()
  await list.answerAll()
  await rest()
  expect(cache.get(155)).toBe('a155')
  expect(cache.get(99)).toBeUndefined()
})

test('the last page is asked for no more rows than there are', () => {
  const lengths: number[] = []
  const cache = new RowCache<string>()
  const fetchRange = async (_start: number, length: number) => {
    lengths.push(length)
    return []
  }
  cache.setSource({ generation: 'a', count: 130, fetchRange })
  cache.want(90, 400)
  expect(lengths).toEqual([100, 30])
})

test('an answer to an old list is dropped', async () => {
  const old = slowList('old')
  const fresh = slowList('new')
  const cache = new RowCache<string>()
  cache.setSource(old.source)
  cache.want(0, 50)
  cache.setSource(fresh.source)
  cache.want(0, 50)
  await fresh.answerAll()
  await rest()
  expect(cache.get(7)).toBe('new7')
  await old.answerAll()
  await rest()
  expect(cache.get(7)).toBe('new7')
})

test('old rows stay on the screen until the new ones are there', async () => {
  const old = slowList('old')
  const fresh = slowList('new')
  const cache = new RowCache<string>()
  cache.setSource(old.source)
  cache.want(0, 250)
  await old.answerAll()
  await rest()
  cache.setSource(fresh.source)
  cache.want(0, 50)
  expect(cache.get(7)).toBe('old7')
  await fresh.answerAll()
  await rest()
  expect(cache.get(7)).toBe('new7')
  expect(cache.get(207)).toBeUndefined()
})

test('pages that flew past before they were asked for are forgotten', () => {
  const list = slowList('a', 100_000)
  const cache = new RowCache<string>()
  cache.setSource(list.source)
  cache.want(0, 999)
  expect(list.asked).toHaveLength(3)
  cache.want(50_000, 50_050)
  list.asked[0]?.answer([])
  return rest().then(() => expect(list.asked.at(-1)?.start).toBe(50_000))
})

test('of many pages only the last ones seen are kept', async () => {
  const cache = new RowCache<number>()
  const fetchRange = async (start: number, length: number) => Array.from({ length }, (_, i) => start + i)
  cache.setSource({ generation: 'a', count: 10_000, fetchRange })
  for (let page = 0; page < 70; page += 1) {
    cache.want(page * 100, page * 100)
    await rest()
    cache.want(0, 0)
  }
  expect(cache.get(0)).toBe(0)
  expect(cache.get(200)).toBeUndefined()
  expect(cache.get(6900)).toBe(6900)
})

describe('a page that cannot be read', () => {
  test('says so, keeps what is there, and is asked for again only when told', async () => {
    const list = slowList('a')
    const cache = new RowCache<string>()
    cache.setSource(list.source)
    cache.want(0, 10)
    await list.answerAll()
    await rest()
    cache.want(200, 210)
    list.asked.shift()?.fail()
    await rest()
    expect(cache.hasFailed).toBe(true)
    expect(cache.get(5)).toBe('a5')
    cache.want(200, 210)
    expect(list.asked).toHaveLength(0)
    cache.retry(200, 210)
    await list.answerAll()
    await rest()
    expect(cache.hasFailed).toBe(false)
    expect(cache.get(205)).toBe('a205')
  })
})

describe('reading for a copy', () => {
  test('gives rows of several ranges in order, across pages', async () => {
    const cache = new RowCache<number>()
    const fetchRange = async (start: number, length: number) => Array.from({ length }, (_, i) => start + i)
    cache.setSource({ generation: 'a', count: 1000, fetchRange })
    const rows = await cache.read([
      { first: 98, last: 101 },
      { first: 500, last: 501 },
    ])
    expect(rows).toEqual([98, 99, 100, 101, 500, 501])
  })

  test('gives nothing when the list changes meanwhile', async () => {
    const list = slowList('a')
    const cache = new RowCache<string>()
    cache.setSource(list.source)
    const reading = cache.read([{ first: 0, last: 10 }])
    cache.refresh()
    await list.answerAll()
    expect(await reading).toBeUndefined()
  })
})
