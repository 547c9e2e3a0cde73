import type { RawCell, RawRow, ReadOptions, SheetInfo } from '#main/imports/raw-row.ts'
import { readFile } from '#main/imports/read-file.ts'
import { AppError, type AppErrorData } from '#shared/contract/app-error.ts'

const DEADLINE_MS = 20_000

/** A file read to its end: rows by sheet, or the error it ended with. */
export type WholeFile = {
  readonly sheets: readonly SheetInfo[]
  readonly rows: readonly (readonly RawRow[])[]
  readonly encoding?: string
  readonly separator?: string
  readonly error?: AppErrorData
  readonly elapsedMs: number
}

/** Reads a whole file into memory; a file that takes longer than 20 s ends with the error `cancelled`. */
export async function readWhole(filePath: string, options: ReadOptions = {}): Promise<WholeFile> {
  const startedAt = performance.now()
  let sheets: readonly SheetInfo[] = []
  let facts: { encoding?: string; separator?: string } = {}
  let rows: RawRow[][] = []
  const elapsed = () => Math.round(performance.now() - startedAt)
  try {
    await readFile(
      filePath,
      options,
      {
        opened: file => {
          sheets = file.sheets
          rows = file.sheets.map(() => [])
          const { encoding, separator } = file
          facts = { ...(encoding ? { encoding } : {}), ...(separator ? { separator } : {}) }
        },
        batch: batch => {
          for (const row of batch.rows) rows[batch.sheetIndex]?.push(row)
        },
      },
      () => performance.now() - startedAt > DEADLINE_MS,
    )
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { sheets, rows, ...facts, error: error.data, elapsedMs: elapsed() }
  }
  return { sheets, rows, ...facts, elapsedMs: elapsed() }
}

/** The rows of a sheet as a grid from A1; rows that the reader passed over are empty. */
export function toGrid(rows: readonly RawRow[]): readonly (readonly RawCell[])[] {
  const grid: (readonly RawCell[])[] = []
  for (const row of rows) {
    while (grid.length < row.rowNumber - 1) grid.push([])
    grid[row.rowNumber - 1] = row.cells
  }
  return grid
}

/** The grid without empty rows and columns before the first filled cell. */
export function cutLeading(grid: readonly (readonly RawCell[])[]): readonly (readonly RawCell[])[] {
  const isFilled = (cell: RawCell | undefined) => cell !== null && cell !== undefined && cell !== ''
  const firstRow = grid.findIndex(cells => cells.some(isFilled))
  if (firstRow < 0) return []
  const columns = grid.map(cells => cells.findIndex(isFilled)).filter(column => column >= 0)
  const firstColumn = Math.min(...columns)
  return grid.slice(firstRow).map(cells => cells.slice(firstColumn))
}
