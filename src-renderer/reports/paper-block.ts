import type { ReactNode } from 'react'

/** A column of a printed table. Widths are shares of the page's width. */
export type PaperColumn = {
  readonly title: string
  readonly widthPercent: number
  readonly isNumeric?: boolean
}

/** A part of a report: kept whole, or a table that may go on over pages. */
export type PaperBlock =
  | { readonly kind: 'block'; readonly key: string; readonly node: ReactNode }
  | {
      readonly kind: 'table'
      readonly key: string
      readonly title: string
      /** Stands instead of the title where the table goes on. */
      readonly continuedTitle: string
      readonly columns: readonly PaperColumn[]
      readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[]
      readonly foot?: ReactNode
    }

/** What stands on every page besides the blocks. */
export type PaperFrame = {
  readonly headLeft: string
  readonly headRight: string
  readonly footLeft: string
  readonly hasHoleMargin: boolean
}
