import type { Generated } from 'kysely'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { QualityKind } from '#shared/domain/quality.ts'

/** How a value became known, and who verified it. It speaks of one value: once that is another one, it says nothing. */
export interface FieldSourceTable {
  field_source_id: Generated<number>
  customer_id: number
  /** `card:<field>`, `contact:<kind>:<key for comparison>` or `own:<id of the field>`. */
  subject: string
  /** The value of which it speaks, as it was stored. */
  value: string
  source_option_id: number | null
  method_option_id: number | null
  /** The plan under which it was collected. */
  collection_plan_id: number | null
  stated_on: CalendarDate | null
  verifier: string | null
  second_method_option_id: number | null
  second_on: CalendarDate | null
  second_verifier: string | null
  note: string | null
}

/** Something that looks wrong and is right as it is. */
export interface QualityDecisionTable {
  quality_decision_id: Generated<number>
  customer_id: number
  kind: QualityKind
  /** What was looked at: another value is asked about again. */
  value: string
  note: string | null
  decided_on: CalendarDate
}
