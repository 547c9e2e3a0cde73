import type { WritableDb } from '#main/database/db.ts'
import { type AuditEvent, insertAuditEvent } from './audit-event.queries.ts'

/**
 * Writes down who did what and when; call it in the transaction of the act.
 *
 * Shape: `subject` names records by their keys, `digest` is a SHA-256; neither holds a person's data.
 */
export function recordAuditEvent(db: WritableDb, event: AuditEvent): void {
  insertAuditEvent(db, event)
}
