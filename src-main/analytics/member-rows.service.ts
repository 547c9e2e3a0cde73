import { getCustomerRows } from '#main/customers/customer.service.ts'
import type { ReadableDb } from '#main/database/db.ts'

/** Who a member of a list is, and how to reach them. */
export type MemberPerson = {
  readonly customerId: number
  readonly archiveNumber: string
  readonly name: string
  readonly phone: string | null
  readonly isContactRefused: boolean
}

/**
 * Reads who stands at some places of an analysis, and adds what it says of them.
 *
 * Shape: in the given order; those deleted since are missing.
 */
export function getMemberRows<Said extends object>(
  db: ReadableDb,
  customerIds: Int32Array,
  indexes: readonly number[],
  tell: (index: number, customerId: number) => Said,
): (MemberPerson & Said)[] {
  const ids = indexes.map(index => customerIds[index] ?? 0)
  const rows = new Map(getCustomerRows(db, ids).map(row => [row.customerId, row]))
  return indexes.flatMap(index => {
    const row = rows.get(customerIds[index] ?? 0)
    if (!row) return []
    const { customerId, archiveNumber, name, phone, isContactRefused } = row
    return [{ customerId, archiveNumber, name, phone, isContactRefused, ...tell(index, customerId) }]
  })
}
