import type { WritableDb } from '#main/database/db.ts'
import { getArchiveSettings } from '#main/settings/setting.service.ts'
import type { CustomerKind } from '#shared/domain/customer.ts'
import { raiseCounter } from './archive-number.queries.ts'

/** Reads archive numbers, for the rooms that list customers by them. */
export { getArchiveNumbers } from './archive-number.queries.ts'

/**
 * Takes the next archive numbers of a class of customers. A number taken is never given again, also after an undo.
 *
 * Example: in a new archive takeArchiveNumbers(db, 'individual', 3) -> { prefix: 'X', first: 1 }
 */
export function takeArchiveNumbers(
  db: WritableDb,
  kind: CustomerKind,
  count: number,
): { readonly prefix: string; readonly first: number } {
  const settings = getArchiveSettings(db)
  const prefix = kind === 'company' ? settings.companyPrefix : settings.individualPrefix
  return { prefix, first: raiseCounter(db, `archive-number:${prefix}`, count) - count + 1 }
}

/**
 * Words an archive number.
 *
 * Example: formatArchiveNumber('X', 318) -> 'X-000318'
 */
export function formatArchiveNumber(prefix: string, number: number): string {
  return `${prefix}-${String(number).padStart(6, '0')}`
}
