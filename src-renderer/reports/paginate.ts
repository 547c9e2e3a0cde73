/** Measured heights of a block; a table has its rows besides the head that is repeated. Units: px. */
export type BlockSize =
  | { readonly kind: 'block'; readonly heightPx: number }
  | {
      readonly kind: 'table'
      /** Title above the first part only. */
      readonly titlePx: number
      readonly headPx: number
      readonly rowsPx: readonly number[]
      /** Below the last row. */
      readonly footPx: number
    }

/** A block, or the rows [fromRow, toRow) of a table, on a page. */
export type PagePart = {
  readonly block: number
  readonly fromRow: number
  readonly toRow: number
  /** The last part of its table: it carries the foot. */
  readonly isLast: boolean
}

/**
 * Puts blocks on pages of a height, in order. Tables are split between rows and repeat their head; other blocks are kept
 * whole and go to the next page when they do not fit.
 *
 * Shape: one list of parts per page; a table's title never stands without its first row, its foot never without a row.
 * Empty: no blocks give one empty page. A block or row higher than a page gets a page of its own.
 */
export function paginate(sizes: readonly BlockSize[], pagePx: number): PagePart[][] {
  const pages: PagePart[][] = [[]]
  let usedPx = 0
  const newPage = () => {
    pages.push([])
    usedPx = 0
  }
  const put = (part: PagePart, heightPx: number) => {
    pages.at(-1)?.push(part)
    usedPx += heightPx
  }
  sizes.forEach((size, block) => {
    if (size.kind === 'block') {
      if (usedPx > 0 && usedPx + size.heightPx > pagePx) newPage()
      put({ block, fromRow: 0, toRow: 0, isLast: true }, size.heightPx)
      return
    }
    let row = 0
    do {
      const topPx = (row === 0 ? size.titlePx : 0) + size.headPx
      let take = rowsThatFit(size, row, pagePx - usedPx - topPx)
      if (take === 0 && usedPx > 0) {
        newPage()
        take = rowsThatFit(size, row, pagePx - topPx)
      }
      if (take === 0 && row < size.rowsPx.length) take = 1
      const toRow = row + take
      const isLast = toRow >= size.rowsPx.length
      const heightPx = topPx + sum(size.rowsPx.slice(row, toRow)) + (isLast ? size.footPx : 0)
      put({ block, fromRow: row, toRow, isLast }, heightPx)
      row = toRow
      if (!isLast) newPage()
    } while (row < size.rowsPx.length)
  })
  return pages
}

/** How many rows from `row` on fit, the foot included where the last row is among them. */
function rowsThatFit(size: Extract<BlockSize, { kind: 'table' }>, row: number, roomPx: number): number {
  let used = 0
  let count = 0
  for (let at = row; at < size.rowsPx.length; at++) {
    used += size.rowsPx[at] ?? 0
    const isLast = at === size.rowsPx.length - 1
    if (used + (isLast ? size.footPx : 0) > roomPx) break
    count++
  }
  return count
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
