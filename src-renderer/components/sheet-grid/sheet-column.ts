import type { ReactNode } from 'react'

/**
 * What cells of a column are typed into: a text, one of some words, several of them, a day. Words are offered while one types, and
 * a month to pick the day from.
 */
export type SheetEditor = {
  readonly kind: 'text' | 'choice' | 'choices' | 'day'
  readonly options?: readonly string[]
  /** Other words than the offered ones are taken too; those are only offered once something was typed. */
  readonly isOpen?: boolean
  /** Of a day: Ctrl+; writes this one. */
  readonly today?: string | undefined
}

/** One column of a grid of rows of any type. Keep the array of columns the same between draws (useMemo). */
export type SheetColumn<Row> = {
  readonly key: string
  readonly title: string
  readonly widthPx: number
  /** Figures stand at the right; so do their heads. Default: left, or right when numeric. */
  readonly align?: 'left' | 'right'
  /** What is copied and read aloud; shown too unless `render` is given. */
  readonly text: (row: Row) => string
  readonly render?: (row: Row) => ReactNode
  readonly isSortable?: boolean
  readonly isNumeric?: boolean
  /** The number to be summed in the status bar; null where there is none. */
  readonly value?: (row: Row) => number | null
  /** How its cells are typed into. Without it they only show. */
  readonly editor?: SheetEditor
  /** With what typing begins. Default: `text`. */
  readonly editText?: (row: Row) => string
  /** Why cells are not typed into, where one could expect it. */
  readonly lockedReason?: string
  /** Takes the width that the columns leave free, until it is resized. */
  readonly isGrowing?: boolean
}

/** Where rows come from. A new `generation` means another list or order: answers to the old one are dropped. */
export type SheetSource<Row> = {
  readonly count: number
  readonly fetchRange: (start: number, count: number) => Promise<readonly Row[]>
  readonly generation: string | number
}

export type SheetSort = { readonly key: string; readonly direction: 'ascending' | 'descending' }

/** Where a column's text stands. */
export function alignOf<Row>(column: SheetColumn<Row>): 'left' | 'right' {
  return column.align ?? (column.isNumeric ? 'right' : 'left')
}

/** The order that a click on a head asks for: the other way round, or figures from the largest and texts from A. */
export function nextSort<Row>(column: SheetColumn<Row>, sort: SheetSort | null): SheetSort {
  const first = column.isNumeric ? 'descending' : 'ascending'
  if (sort?.key !== column.key) return { key: column.key, direction: first }
  return { key: column.key, direction: sort.direction === 'ascending' ? 'descending' : 'ascending' }
}
