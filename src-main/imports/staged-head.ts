import type { SheetRows } from './plan/sheet-rows.ts'
import type { OpenedFile, RawRow } from './raw-row.ts'
import type { StagedFile } from './staging.service.ts'

/** The first rows of a file that is still being read: those of its first sheet that has any. `body` is UTF-8 JSON. */
export type StagedHead = {
  readonly fileName: string
  readonly sizeBytes: number
  readonly file: OpenedFile
  readonly sheetIndex: number
  readonly body: Uint8Array
}

const noRows: SheetRows = { chunkCount: 0, readChunk: () => [], readBody: () => new Uint8Array() }

/**
 * Makes the first rows of a file readable like a staged file.
 *
 * Shape: of the sheets only the one that was begun has rows, and they are counted as far as they were read; the hash is ''.
 */
export function stagedHeadFile({ fileName, sizeBytes, file, sheetIndex, body }: StagedHead): StagedFile {
  const rows = JSON.parse(new TextDecoder().decode(body)) as readonly RawRow[]
  const begun: SheetRows = { chunkCount: 1, readChunk: () => rows, readBody: () => body }
  return {
    facts: {
      fileName,
      sizeBytes,
      sha256: '',
      format: file.format,
      encoding: file.encoding ?? null,
      separator: file.separator ?? null,
      encodingOrigin: file.encodingOrigin ?? 'found',
      separatorOrigin: file.separatorOrigin ?? 'found',
      sheets: file.sheets.map((sheet, index) => ({
        ...sheet,
        rowCount: index === sheetIndex ? rows.length : 0,
      })),
    },
    rowsOf: index => (index === sheetIndex ? begun : noRows),
    close: () => undefined,
  }
}
