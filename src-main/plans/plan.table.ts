import type { Generated } from 'kysely'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'

/** A plan of collecting information; `field_source` rows may point to it. */
export interface CollectionPlanTable {
  collection_plan_id: Generated<number>
  goal: string
  kinds: string | null
  scope: string | null
  target_group: string | null
  method_option_id: number | null
  people: string | null
  from_on: CalendarDate | null
  to_on: CalendarDate | null
}
