import { existsSync } from 'node:fs'
import path from 'node:path'
import { toFileName } from '#shared/domain/file-name.ts'

/**
 * Finds a path in a folder that is not taken, numbered from 2 when it is.
 *
 * Example: freePath('/docs', '小店', '.kehu') -> '/docs/小店.kehu', then '/docs/小店 2.kehu'
 */
export function freePath(folder: string, name: string, ending: string): string {
  const base = path.join(folder, toFileName(name))
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? base + ending : `${base} ${number}${ending}`
    if (!existsSync(candidate)) return candidate
  }
}
