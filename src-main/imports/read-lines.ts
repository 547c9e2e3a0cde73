import { AppError, type AppErrorCode } from '#shared/contract/app-error.ts'
import type { OpenedFile, ReadOptions } from './raw-row.ts'
import { readFile } from './read-file.ts'

/**
 * Writes what the file reader sees as JSON lines, for the command line's `read`.
 *
 * Shape: one line per row {"file","sheet","row","cells"}, at the end {"file","format","sheets","rows"}; a file that cannot be
 * read ends with {"file","error":{"code","message"}} instead. Each line is given without its line break.
 * Errors: never for a bad file; the answer is true when the file was read to its end.
 */
export async function readFileAsLines(
  filePath: string,
  displayName: string,
  options: ReadOptions,
  write: (line: string) => void | Promise<void>,
  messageOf: (code: AppErrorCode, details: Readonly<Record<string, string | number>>) => string,
  isCancelled: () => boolean = () => false,
): Promise<boolean> {
  let opened: OpenedFile | null = null
  const nameOf = (index: number) => opened?.sheets[index]?.name ?? ''
  try {
    const { rowsPerSheet } = await readFile(
      filePath,
      options,
      {
        opened: file => {
          opened = file
        },
        batch: async ({ sheetIndex, rows }) => {
          for (const { rowNumber, cells } of rows)
            await write(
              JSON.stringify({ file: displayName, sheet: nameOf(sheetIndex), row: rowNumber, cells }),
            )
        },
      },
      isCancelled,
    )
    const rows = rowsPerSheet.reduce((sum, count) => sum + count, 0)
    await write(JSON.stringify({ file: displayName, ...factsOf(opened), rows }))
    return true
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { code, details } = error.data
    await write(
      JSON.stringify({ file: displayName, error: { code, message: messageOf(code, details ?? {}) } }),
    )
    return false
  }
}

function factsOf(opened: OpenedFile | null) {
  return { format: opened?.format, sheets: opened?.sheets.map(sheet => sheet.name) ?? [] }
}
