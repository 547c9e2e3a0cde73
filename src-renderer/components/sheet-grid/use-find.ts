import { useRef, useState } from 'react'
import { toSearchText } from '#shared/domain/text.ts'
import { pageRows, type RowCache } from './row-cache.ts'
import type { Cell } from './selection.ts'
import type { SheetColumn } from './sheet-column.ts'

type FindTools<Row> = {
  readonly cache: RowCache<Row>
  readonly columns: readonly SheetColumn<Row>[]
  readonly count: number
  readonly active: () => Cell
  readonly goTo: (cell: Cell) => void
}

export type FindState = {
  readonly isOpen: boolean
  readonly text: string
  /** Rows looked at so far while it runs; null at rest. */
  readonly looked: number | null
  readonly isNothing: boolean
}

const closed: FindState = { isOpen: false, text: '', looked: null, isNothing: false }

/** Finding a text in the shown columns of the whole list, cell by cell from the active one on, and from the other end again. */
export function useFind<Row>({ cache, columns, count, active, goTo }: FindTools<Row>) {
  const [state, setState] = useState(closed)
  const run = useRef(0)
  const change = (part: Partial<FindState>) => setState(before => ({ ...before, ...part }))
  const stop = () => {
    run.current += 1
  }

  const find = async (step: 1 | -1) => {
    const wanted = toSearchText(state.text)
    if (wanted === '' || count === 0) return
    stop()
    const own = run.current
    const from = active()
    const isHit = (row: Row, column: number) =>
      toSearchText(columns[column]?.text(row) ?? '').includes(wanted)
    change({ isNothing: false })
    let looked = 0
    for await (const { row, index } of rowsFrom(cache, from.row, count, step)) {
      if (own !== run.current) return
      looked += 1
      if (looked % 2000 === 0) change({ looked })
      const order = columnsInOrder(columns.length, step)
      const isFirst = looked === 1
      const column = order.find(at => (!isFirst || (at - from.column) * step > 0) && isHit(row, at))
      if (column === undefined) continue
      change({ looked: null })
      goTo({ row: index, column })
      return
    }
    if (own === run.current) change({ looked: null, isNothing: true })
  }
  return {
    state,
    open: () => change({ isOpen: true, isNothing: false }),
    close: () => {
      stop()
      setState(closed)
    },
    type: (text: string) => {
      stop()
      change({ text, looked: null, isNothing: false })
    },
    find,
  }
}

const columnsInOrder = (count: number, step: 1 | -1) => {
  const order = Array.from({ length: count }, (_, index) => index)
  return step === 1 ? order : order.reverse()
}

/** All rows from one on, round the end, and that one once more, for the cells before the active one. */
async function* rowsFrom<Row>(cache: RowCache<Row>, first: number, count: number, step: 1 | -1) {
  let page: { start: number; rows: readonly Row[] } | undefined
  for (let done = 0; done <= count; done += 1) {
    const index = (((first + done * step) % count) + count) % count
    if (!page || index < page.start || index >= page.start + page.rows.length) {
      const start = Math.floor(index / pageRows) * pageRows
      const rows = await cache.read([{ first: start, last: start + pageRows - 1 }]).catch(() => undefined)
      if (!rows) return
      page = { start, rows }
    }
    const row = page.rows[index - page.start]
    if (row !== undefined) yield { row, index }
  }
}

export type Find = ReturnType<typeof useFind>
