import { parentPort } from 'node:worker_threads'
import { decryptWorkbook } from '#main/imports/parsers/decrypt-workbook.ts'
import type { LibraryRequest } from '#main/imports/parsers/library-source.ts'
import { type LibraryWorkbook, openLibraryWorkbook } from '#main/imports/parsers/library-workbook.ts'
import { RowBatcher } from '#main/imports/parsers/row-batcher.ts'
import type { RawRow, RowBatch } from '#main/imports/raw-row.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { blockNetwork } from './network-block.ts'

blockNetwork()
// The library comments on odd files; a file could make it do so without end.
console.error = () => undefined

const damaged = new AppError('file-damaged')
let workbook: LibraryWorkbook | null = null
let rows: Generator<RawRow> | null = null

parentPort?.on('message', (request: LibraryRequest) => {
  answer(request).then(
    value => parentPort?.postMessage({ value }),
    error => parentPort?.postMessage({ error: (error instanceof AppError ? error : damaged).data }),
  )
})

async function answer(request: LibraryRequest): Promise<unknown> {
  if (request.type === 'decrypt') return await decryptWorkbook(request.bytes, request.password)
  if (request.type === 'open') {
    workbook = openLibraryWorkbook(request.source)
    return workbook.sheets
  }
  if (request.type === 'rows') {
    rows = workbook?.rowsOf(request.sheetIndex) ?? null
    return null
  }
  return rows === null ? null : await nextBatch(rows)
}

/** The next rows of the sheet; null at its end. */
async function nextBatch(source: Generator<RawRow>): Promise<readonly RawRow[] | null> {
  const batches: RowBatch[] = []
  const batcher = new RowBatcher(0, batch => void batches.push(batch))
  for (let next = source.next(); !next.done; next = source.next()) if (batcher.add(next.value)) break
  await batcher.flush()
  return batches[0]?.rows ?? null
}
