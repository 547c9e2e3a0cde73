import type { Insertable } from 'kysely'
import type { WritableDb } from '#main/database/db.ts'
import { sqlBuilder } from '#main/database/sql-builder.ts'
import type { AuditEventTable } from './audit-event.table.ts'

/** An event before it is stored. */
export type AuditEvent = Insertable<AuditEventTable>

/** Stores an event. */
export function insertAuditEvent(db: WritableDb, event: AuditEvent): void {
  db.run(sqlBuilder.insertInto('audit_event').values(event))
}
