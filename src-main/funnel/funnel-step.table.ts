import type { Generated } from 'kysely'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { Ability, DemandSize, FunnelStage, Intention } from '#shared/domain/funnel.ts'

/** A move of a customer into a stage, or a new judgement within it; the ability is the sub-type of the third stage. */
export interface FunnelStepTable {
  funnel_step_id: Generated<number>
  customer_id: number
  moved_on: CalendarDate
  stage: FunnelStage
  intention: Intention | null
  intention_reason: string | null
  ability: Ability | null
  ability_reason: string | null
  demand: DemandSize | null
  demand_note: string | null
  note: string | null
}
