import fs from 'node:fs'
import path from 'node:path'

const projectRoot = path.resolve(import.meta.dirname, '../..')

/** Where the published test data lies, or null where it does not (tests on it are then skipped with that reason). */
export function findDataFolder(): string | null {
  const folder = path.resolve(projectRoot, process.env.KEHU_TEST_DATA ?? '../shared/data')
  return fs.existsSync(path.join(folder, 'README.md')) ? folder : null
}

/** The reason that skipped tests give. */
export const NO_DATA = 'no published test data (KEHU_TEST_DATA)'

/** All files below a folder, as paths relative to it, sorted. */
export function listFiles(folder: string): readonly string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort()
}
