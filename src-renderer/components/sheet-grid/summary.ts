import type { SheetColumn } from './sheet-column.ts'

/** Count, sum and mean of the numbers that are selected in one column. */
export type ColumnSummary = {
  readonly key: string
  readonly count: number
  readonly sum: number
  readonly mean: number
}

/** What is selected, for the status bar. `columns` is empty for one cell, and for more rows than can be summed at once. */
export type SheetSummary = { readonly rowCount: number; readonly columns: readonly ColumnSummary[] }

/** Sums the numbers of the columns that have some; cells without a number are not counted. */
export function summarizeColumns<Row>(
  columns: readonly SheetColumn<Row>[],
  rows: readonly Row[],
): readonly ColumnSummary[] {
  return columns.flatMap(({ key, value }) => {
    if (!value) return []
    const numbers = rows.map(value).filter(number => number !== null)
    if (numbers.length === 0) return []
    const sum = numbers.reduce((total, number) => total + number, 0)
    return [{ key, count: numbers.length, sum, mean: sum / numbers.length }]
  })
}
