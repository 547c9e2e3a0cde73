import type { Generated } from 'kysely'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { FileEntryKind } from '#shared/domain/file-entry.ts'

/** A line of a customer's file. `content` is the rest of its draft as JSON. */
export interface FileEntryTable {
  file_entry_id: Generated<number>
  customer_id: number
  kind: FileEntryKind
  happened_on: CalendarDate | null
  content: string
  created_at: string
}
