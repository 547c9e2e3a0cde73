import fs from 'node:fs'
import path from 'node:path'
import { AppError } from '#shared/contract/app-error.ts'

/** Units: bytes. */
const largestPresetFile = 1_000_000

/** Reads the text of a file of presets, unparsed. Errors: file-missing, preset-file-invalid for one that is too large. */
export function readPresetFile(filePath: string): string {
  const facts = fs.statSync(filePath, { throwIfNoEntry: false })
  if (!facts) throw new AppError('file-missing', { name: path.basename(filePath) })
  if (!facts.isFile() || facts.size > largestPresetFile) throw new AppError('preset-file-invalid')
  return fs.readFileSync(filePath, 'utf8')
}
