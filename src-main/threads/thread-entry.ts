import path from 'node:path'

const isSource = import.meta.filename.endsWith('.ts')

/**
 * Finds the file that a thread or process is started from.
 *
 * Run from source (tests, command line) that is the .ts file beside this one; run from the bundle it is a
 * .cjs file at the top of out/main, whichever chunk this code was put into.
 * Example: threadEntry('writer.worker') -> '…/src-main/threads/writer.worker.ts'
 */
export function threadEntry(
  name:
    | 'writer.worker'
    | 'reader.worker'
    | 'restore.worker'
    | 'file-reader.process'
    | 'file-reader-library.worker',
): string {
  const folder = import.meta.dirname
  if (isSource) return path.join(folder, `${name}.ts`)
  return path.join(path.basename(folder) === 'chunks' ? path.dirname(folder) : folder, `${name}.cjs`)
}
