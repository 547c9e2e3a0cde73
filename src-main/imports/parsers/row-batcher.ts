import type { RawRow, RowBatch } from '../raw-row.ts'
import { readLimits } from './read-limits.ts'

const ROW_BYTES = 24
const CELL_BYTES = 8

/** Gathers rows into batches of at most 1,000 rows or about 1 MB and waits for the receiver after each. */
export class RowBatcher {
  private rows: RawRow[] = []
  private sizeBytes = 0
  private readonly sheetIndex: number
  private readonly send: (batch: RowBatch) => void | Promise<void>
  rowCount = 0

  constructor(sheetIndex: number, send: (batch: RowBatch) => void | Promise<void>) {
    this.sheetIndex = sheetIndex
    this.send = send
  }

  /** Adds a row and tells whether the batch must be flushed before the next one. */
  add(row: RawRow): boolean {
    this.rows.push(row)
    this.rowCount++
    this.sizeBytes += ROW_BYTES + row.cells.length * CELL_BYTES
    for (const cell of row.cells) if (typeof cell === 'string') this.sizeBytes += cell.length
    return this.rows.length >= readLimits.batchRows || this.sizeBytes >= readLimits.batchBytes
  }

  async flush(): Promise<void> {
    if (this.rows.length === 0) return
    const rows = this.rows
    this.rows = []
    this.sizeBytes = 0
    await this.send({ sheetIndex: this.sheetIndex, rows })
  }
}
