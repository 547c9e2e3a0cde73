import type { Generated } from 'kysely'

/** Who did what and when. Holds digests only, never a person's data; append-only. */
export interface AuditEventTable {
  audit_event_id: Generated<number>
  made_at: string
  actor: string
  action: string
  subject: string
  digest: string
}
