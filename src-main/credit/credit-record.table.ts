import type { Generated } from 'kysely'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CreditKind } from '#shared/domain/credit.ts'

/** What was noted about a customer's credit. `content` is the rest of its draft as JSON. */
export interface CreditRecordTable {
  credit_record_id: Generated<number>
  customer_id: number
  kind: CreditKind
  dated_on: CalendarDate
  content: string
}
