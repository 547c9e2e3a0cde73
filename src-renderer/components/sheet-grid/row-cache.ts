import type { RowRange } from './selection.ts'
import type { SheetSource } from './sheet-column.ts'

/** Rows fetched at once. */
export const pageRows = 100
const keptPages = 60
const parallelFetches = 3

/**
 * Holds the pages of a list that were seen last. While a new order of the list is being fetched, the old rows stay on the
 * screen; answers that belong to an old order are dropped.
 */
export class RowCache<Row> {
  #source: SheetSource<Row> | undefined
  /** Raised whenever pages lose their meaning: an answer from before does not count. */
  #epoch = 0
  #pages = new Map<number, readonly Row[]>()
  #oldPages = new Map<number, readonly Row[]>()
  #pending = new Set<number>()
  #wanted: number[] = []
  #hasFailed = false
  #version = 0
  #listeners = new Set<() => void>()

  /** For useSyncExternalStore. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  readonly getVersion = (): number => this.#version

  /** Changes when everything has to be asked for again. */
  get epoch(): number {
    return this.#epoch
  }

  /** True after a page could not be fetched; `retry` asks for it again. */
  get hasFailed(): boolean {
    return this.#hasFailed
  }

  /** True until the first rows are there. */
  get isEmpty(): boolean {
    return this.#pages.size === 0 && this.#oldPages.size === 0
  }

  /** Takes over a list. Pages are kept while its generation and its length are the same. */
  setSource(source: SheetSource<Row> | undefined): void {
    const isSame = source?.generation === this.#source?.generation && source?.count === this.#source?.count
    this.#source = source
    if (!isSame) this.refresh()
  }

  /** Fetches everything anew, keeping what is shown until the new rows are there. */
  refresh(): void {
    this.#epoch += 1
    this.#oldPages = new Map([...this.#oldPages, ...this.#pages])
    this.#pages.clear()
    this.#pending.clear()
    this.#wanted = []
    this.#hasFailed = false
    this.#announce()
  }

  get(index: number): Row | undefined {
    if (!this.#source || index >= this.#source.count) return undefined
    const page = Math.floor(index / pageRows)
    return (this.#pages.get(page) ?? this.#oldPages.get(page))?.[index % pageRows]
  }

  /** Asks for the pages of some rows; those asked for before and not yet begun are forgotten. */
  want(first: number, last: number): void {
    if (!this.#source || this.#hasFailed) return
    const end = Math.min(last, this.#source.count - 1)
    this.#wanted = []
    for (let page = Math.floor(Math.max(0, first) / pageRows); page * pageRows <= end; page += 1) {
      const rows = this.#pages.get(page)
      if (rows) this.#keep(page, rows)
      else if (!this.#pending.has(page)) this.#wanted.push(page)
    }
    this.#fetchWanted()
  }

  /** Asks again after a failure. */
  retry(first: number, last: number): void {
    this.#hasFailed = false
    this.#announce()
    this.want(first, last)
  }

  /** Reads rows that need not be loaded, for copying and summing; undefined when the list changes meanwhile. */
  async read(ranges: readonly RowRange[]): Promise<readonly Row[] | undefined> {
    const epoch = this.#epoch
    const rows: Row[] = []
    const end = (this.#source?.count ?? 0) - 1
    for (const { first, last: wanted } of ranges) {
      const last = Math.min(wanted, end)
      for (let start = first; start <= last; start = (Math.floor(start / pageRows) + 1) * pageRows) {
        const page = Math.floor(start / pageRows)
        const pageRowsRead = this.#pages.get(page) ?? (await this.#fetch(page))
        if (epoch !== this.#epoch) return undefined
        rows.push(...pageRowsRead.slice(start - page * pageRows, last - page * pageRows + 1))
      }
    }
    return rows
  }

  /** The rows if all of them are loaded; the list has them all. */
  readLoaded(ranges: readonly RowRange[]): readonly Row[] | undefined {
    const rows: Row[] = []
    for (const { first, last } of ranges)
      for (let index = first; index <= last; index += 1) {
        const row = this.get(index)
        if (row === undefined) return undefined
        rows.push(row)
      }
    return rows
  }

  async #fetch(page: number): Promise<readonly Row[]> {
    const source = this.#source
    if (!source) return []
    const start = page * pageRows
    return source.fetchRange(start, Math.min(pageRows, source.count - start))
  }

  #fetchWanted(): void {
    while (this.#pending.size < parallelFetches) {
      const page = this.#wanted.shift()
      if (page === undefined) return
      void this.#load(page)
    }
  }

  async #load(page: number): Promise<void> {
    const epoch = this.#epoch
    this.#pending.add(page)
    const rows = await this.#fetch(page).catch(() => undefined)
    if (epoch !== this.#epoch) return
    this.#pending.delete(page)
    if (rows) this.#keep(page, rows)
    else this.#fail()
    this.#fetchWanted()
    if (this.#pending.size === 0) this.#oldPages.clear()
    this.#announce()
  }

  #fail(): void {
    this.#hasFailed = true
    this.#wanted = []
  }

  /** Puts a page at the end of the line of those that go first, which is the order of a Map. */
  #keep(page: number, rows: readonly Row[]): void {
    this.#pages.delete(page)
    this.#pages.set(page, rows)
    if (this.#pages.size <= keptPages) return
    const oldest = this.#pages.keys().next().value
    if (oldest !== undefined) this.#pages.delete(oldest)
  }

  #announce(): void {
    this.#version += 1
    for (const listener of this.#listeners) listener()
  }
}
