import type { OpenedFile, RowBatch } from '../raw-row.ts'

/** Receives what a file holds. */
export type RowSink = {
  /** Called once, before the first batch. */
  opened(file: OpenedFile): void
  /** Called for every batch in order; the reader waits for it, which is the back-pressure. */
  batch(batch: RowBatch): void | Promise<void>
  /** Units: bytes of the file as stored; the last call has both equal only when every part was needed. */
  progress?(readBytes: number, totalBytes: number): void
}

/** What comes back when a whole file was read without an error. */
export type ReadResult = { readonly rowsPerSheet: readonly number[] }
