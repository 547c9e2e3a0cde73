import path from 'node:path'
import type { Page } from 'playwright-core'
import * as display from '#test/e2e/display.ts'
import { randomNumbers, sampleCustomer } from '#test/main/search/sample-shop.ts'
import type { BenchContext } from './bench-context.ts'
import { launchProgram, ownProgram, rememberArchive, seeRows } from './bench-program.ts'
import type { BenchRow } from './bench-row.ts'
import { median, quantile } from './measure.ts'

const strokes = 100
const jumps = 60
const sorts = 8

/**
 * Searches, jumps and sorts in the real window over the large archive, from the key to what it brought being painted. The peer is an
 * answer that asks nothing: the same stroke in the same window, up to the letter that it leaves in the box.
 */
export async function benchWindow({ folder, size, shop }: BenchContext): Promise<BenchRow[]> {
  const { folder: archive } = await shop()
  const dataFolder = path.join(folder, 'window-data')
  await display.setup()
  try {
    rememberArchive(dataFolder, archive)
    const app = await launchProgram(ownProgram, dataFolder)
    try {
      const page = await app.firstWindow()
      await seeRows(page, size.customers)
      return await windowRows(page, size.customers)
    } finally {
      await app.close()
    }
  } finally {
    await display.teardown()
  }
}

async function windowRows(page: Page, customers: number): Promise<BenchRow[]> {
  const random = randomNumbers(11)
  const place = (count: number) => Math.floor(random() * count)
  const texts = Array.from({ length: strokes }, (_, n) => searchText(n, place(customers)))
  const letter = await inTurn(texts, () => strokeUntil(page, '样', 'letter'))
  const found = await inTurn(texts, text => strokeUntil(page, text, 'hits'))
  const starts = Array.from({ length: jumps }, () => place(customers - 100))
  const jump = await inTurn(starts, start => jumpTo(page, start))
  const sort = await inTurn(Array.from({ length: sorts }), (_, n) => sortBy(page, n % 2))
  const peer = { name: 'a letter in the box', value: median(letter) }
  const row = (name: string, times: readonly number[], target?: number): BenchRow => ({
    name: `window: ${name}`,
    unit: 'ms by the clock',
    ours: quantile(0.95, times),
    peer,
    ...(target === undefined ? {} : { target: { kind: 'at-most', value: target } }),
    note: `median ${median(times).toFixed(0)}, ${times.length} times`,
  })
  return [
    row('key to hits painted, p95', found, 50),
    row('jump to any place, rows painted, p95', jump),
    row('new order, first rows painted, p95', sort),
  ]
}

/** What people type: the last digits, the beginning of a name, a whole phone. Some have no phone: then it is the number of the file. */
function searchText(n: number, customer: number): string {
  const { phone, name, archiveNumber } = sampleCustomer(customer)
  if (phone === '') return archiveNumber
  return [phone.slice(-4), name.slice(0, 2), phone, name][n % 4] ?? phone
}

async function inTurn<T>(
  items: readonly T[],
  measure: (item: T, index: number) => Promise<number>,
): Promise<number[]> {
  const times: number[] = []
  for (const [index, item] of items.entries()) times.push(await measure(item, index))
  return times
}

/** Types a text into the empty box at once and waits until its letter, or its hits, are painted. */
async function strokeUntil(page: Page, text: string, seen: 'letter' | 'hits'): Promise<number> {
  await page.keyboard.press('Control+k')
  await page.locator('.search-choice.is-hit').first().waitFor({ state: 'detached' })
  const ms = await page.evaluate(
    async ([typed, until]) => {
      const start = performance.now()
      document.execCommand('insertText', false, typed)
      while (until === 'hits' && !document.querySelector('.search-choice.is-hit')) {
        if (performance.now() - start > 10_000) throw new Error('a text of the archive finds nothing')
        await new Promise<void>(resolve => {
          const observer = new MutationObserver(() => {
            observer.disconnect()
            resolve()
          })
          observer.observe(document.body, { childList: true, subtree: true })
          setTimeout(resolve, 1000)
        })
      }
      await new Promise<void>(resolve => requestAnimationFrame(() => setTimeout(resolve, 0)))
      return performance.now() - start
    },
    [text, seen] as const,
  )
  await page.keyboard.press('Escape')
  return ms
}

/** Scrolls the list to a row and waits until it is painted with its cells. */
function jumpTo(page: Page, start: number): Promise<number> {
  return page.evaluate(async index => {
    const list = document.querySelector('.sg-scroll')
    const rows = Number(document.querySelector('[role="grid"]')?.getAttribute('aria-rowcount')) - 2
    const row = () => document.querySelector(`.sg-row[aria-rowindex="${index + 12}"] [role="gridcell"]`)
    const begun = performance.now()
    list?.scrollTo(0, (list.scrollHeight * index) / rows)
    while (!row()) await new Promise(resolve => requestAnimationFrame(resolve))
    await new Promise<void>(resolve => requestAnimationFrame(() => setTimeout(resolve, 0)))
    return performance.now() - begun
  }, start)
}

/** Clicks a sortable title, and waits until the first rows stand there in the new order. */
function sortBy(page: Page, which: number): Promise<number> {
  return page.evaluate(async at => {
    const titles = [...document.querySelectorAll<HTMLElement>('.sg-title.is-sortable')]
    const first = () => document.querySelector('.sg-row[aria-rowindex="2"]')?.textContent
    document.querySelector('.sg-scroll')?.scrollTo(0, 0)
    while (!first()) await new Promise(resolve => requestAnimationFrame(resolve))
    const before = first()
    const begun = performance.now()
    titles[at]?.click()
    while (!first() || first() === before) await new Promise(resolve => requestAnimationFrame(resolve))
    await new Promise<void>(resolve => requestAnimationFrame(() => setTimeout(resolve, 0)))
    return performance.now() - begun
  }, which)
}
