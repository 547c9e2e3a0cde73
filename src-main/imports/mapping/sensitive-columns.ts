import type { ImportTarget } from '#shared/domain/import-field.ts'
import type { SettledColumn } from './settle-mapping.ts'

const sensitiveFields: ReadonlySet<ImportTarget> = new Set(['idNumber'])
const ownChoice: ReadonlySet<SettledColumn['origin']> = new Set(['chosen', 'remembered', 'renamed'])

/**
 * Leaves a column out that holds more than business needs, such as ID numbers, unless the operator mapped it: what is
 * sensitive is collected for a purpose, never by the way.
 *
 * Example: field 'idNumber' that was only proposed -> null; the same field chosen by hand stays
 */
export function leaveOutSensitive<T extends SettledColumn>(column: T): T & { readonly isSensitive: boolean } {
  const isSensitive = column.field !== null && sensitiveFields.has(column.field)
  if (!isSensitive || ownChoice.has(column.origin)) return { ...column, isSensitive }
  return { ...column, field: null, origin: 'chosen', isSensitive }
}
