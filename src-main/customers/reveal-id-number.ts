import { createHash } from 'node:crypto'
import { recordAuditEvent } from '#main/audit/audit-event.service.ts'
import type { Act } from '#main/changes/change-log.service.ts'
import type { WritableDb } from '#main/database/db.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { findCustomer } from './customer.queries.ts'

/**
 * Gives the whole resident ID number of one customer, and writes down that it was looked at.
 *
 * Shape: the event names the customer by key; its digest is of the key, since one of the number could be tried out.
 * Empty: null for a customer without a number; then nothing is written down.
 * Errors: not-found when the customer does not exist or is in the bin.
 */
export function revealIdNumber(
  db: WritableDb,
  customerId: number,
  { actor, now }: Act,
): { readonly idNumber: string | null } {
  return db.transaction(() => {
    const stored = findCustomer(db, customerId)
    if (!stored) throw new AppError('not-found')
    if (stored.id_number === null) return { idNumber: null }
    const subject = `customer:${customerId}`
    const digest = createHash('sha256').update(subject).digest('hex')
    recordAuditEvent(db, { made_at: now, actor, action: 'id-number.revealed', subject, digest })
    return { idNumber: stored.id_number }
  })
}
