import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { AppError } from '#shared/contract/app-error.ts'

/**
 * Lists the workbooks of the sample shop that lie beside the program, customers before orders by their names.
 *
 * In a packaged program they lie outside app.asar, since the file reader opens them like any foreign file.
 * Errors: `file-missing` when the build made none.
 */
export function listSampleWorkbooks(programFolder: string): readonly string[] {
  const folder = path.join(programFolder.replace(/app\.asar$/, 'app.asar.unpacked'), 'out', 'sample')
  const names = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.xlsx')) : []
  if (names.length === 0) throw new AppError('file-missing')
  return names.toSorted().map(name => path.join(folder, name))
}
